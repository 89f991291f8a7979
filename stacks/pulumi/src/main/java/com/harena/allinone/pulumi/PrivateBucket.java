package com.harena.allinone.pulumi;

import com.harena.allinone.machine.Permission;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bucket that nothing public reaches, over TLS only, kept when the stack goes: protected, and
 * retained with everything that is set on it, each a resource of its own on Pulumi. Its policy goes
 * with the stack unless it is kept, as on CloudFormation.
 */
final class PrivateBucket {
  private final Stage stage;
  private final List<String> path;
  private final BucketV2 bucket;
  private final List<Resource> settings = new ArrayList<>();

  /**
   * Makes the bucket and what is set on it, but for policy and versioning.
   *
   * @param rules how long things are kept
   * @param path the path of the CDK's construct, such as {@code Edge, Site, Bucket}
   */
  PrivateBucket(Stage stage, List<BucketLifecycleConfigurationV2RuleArgs> rules, String... path) {
    this.stage = stage;
    this.path = List.of(path);
    bucket =
        new BucketV2(
            id("Resource"),
            BucketV2Args.builder().build(),
            stage.options().protect(true).retainOnDelete(true).build());
    settings.add(publicAccess());
    settings.add(ownership());
    settings.add(encryption());
    settings.add(
        new BucketLifecycleConfigurationV2(
            id("Lifecycle"),
            BucketLifecycleConfigurationV2Args.builder().bucket(bucket.id()).rules(rules).build(),
            kept()));
  }

  private Resource publicAccess() {
    return new BucketPublicAccessBlock(
        id("PublicAccess"),
        BucketPublicAccessBlockArgs.builder()
            .bucket(bucket.id())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        kept());
  }

  private Resource ownership() {
    return new BucketOwnershipControls(
        id("Ownership"),
        BucketOwnershipControlsArgs.builder()
            .bucket(bucket.id())
            .rule(
                BucketOwnershipControlsRuleArgs.builder()
                    .objectOwnership("BucketOwnerEnforced")
                    .build())
            .build(),
        kept());
  }

  private Resource encryption() {
    return new BucketServerSideEncryptionConfigurationV2(
        id("Encryption"),
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(
                        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                            .builder()
                            .sseAlgorithm("AES256")
                            .build())
                    .build())
            .build(),
        kept());
  }

  /** Keeps old versions of objects. */
  PrivateBucket versioned() {
    settings.add(
        new BucketVersioningV2(
            id("Versioning"),
            BucketVersioningV2Args.builder()
                .bucket(bucket.id())
                .versioningConfiguration(
                    BucketVersioningV2VersioningConfigurationArgs.builder()
                        .status("Enabled")
                        .build())
                .build(),
            kept()));
    return this;
  }

  /**
   * Refuses whatever does not come over TLS, and adds a statement.
   *
   * @param statement more of the policy
   */
  void policy(Output<Map<String, Object>> statement) {
    policy(stage.options(), List.of(statement));
  }

  /** Refuses whatever does not come over TLS, also when the stack is gone. */
  void keptPolicy() {
    policy(stage.options().retainOnDelete(true), List.of());
  }

  private void policy(
      CustomResourceOptions.Builder options, List<Output<Map<String, Object>>> statements) {
    List<Output<Map<String, Object>>> all = new ArrayList<>();
    all.add(bucket.arn().applyValue(PrivateBucket::overTls));
    all.addAll(statements);
    new BucketPolicy(
        id("Policy", "Resource"),
        BucketPolicyArgs.builder()
            .bucket(bucket.id())
            .policy(Output.all(all).applyValue(known -> Policies.document(known.toArray())))
            .build(),
        options.dependsOn(settings.get(0)).build());
  }

  private static Map<String, Object> overTls(String arn) {
    Map<String, Object> statement =
        Policies.statement(
            Permission.deny("", "s3:*")
                .on(arn, arn + "/*")
                .when("Bool", "aws:SecureTransport", "false")
                .build());
    statement.put("Principal", Map.of("AWS", "*"));
    return statement;
  }

  private CustomResourceOptions kept() {
    return stage.options().retainOnDelete(true).build();
  }

  private String id(String... words) {
    List<String> whole = new ArrayList<>(path);
    whole.addAll(List.of(words));
    return LogicalId.of(whole.toArray(String[]::new));
  }

  BucketV2 bucket() {
    return bucket;
  }

  /** What is set on it: what is written into the bucket comes after. */
  List<Resource> settings() {
    return List.copyOf(settings);
  }
}
