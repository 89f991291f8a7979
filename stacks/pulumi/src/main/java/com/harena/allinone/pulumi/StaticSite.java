package com.harena.allinone.pulumi;

import com.harena.allinone.edge.PageRouting;
import com.harena.allinone.edge.SiteSettings;
import com.harena.allinone.machine.Permission;
import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.FunctionArgs;
import com.pulumi.aws.cloudfront.OriginAccessControl;
import com.pulumi.aws.cloudfront.OriginAccessControlArgs;
import com.pulumi.aws.cloudfront.ResponseHeadersPolicy;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * A static site: a private bucket that only CloudFront reads, by origin access control and over
 * TLS; a function that finds pages; security headers.
 */
final class StaticSite {
  private final Stage stage;
  private final PrivateBucket kept;
  private final OriginAccessControl access;
  private final ResponseHeadersPolicy headers;
  private final Function pageRouting;

  /** Makes bucket, access control, function and headers. */
  StaticSite(Stage stage) {
    this.stage = stage;
    String deployment = stage.blueprint().deployment();
    kept = new PrivateBucket(stage, List.of(oldVersions()), "Edge", "Site", "Bucket").versioned();
    access =
        new OriginAccessControl(
            id("Access"),
            OriginAccessControlArgs.builder()
                .name(uniqueName("Access"))
                .description(SiteSettings.accessDescription(deployment))
                .originAccessControlOriginType("s3")
                .signingBehavior("always")
                .signingProtocol("sigv4")
                .build(),
            stage.options().build());
    headers =
        new ResponseHeadersPolicy(
            id("Headers"),
            SecurityHeaders.of(uniqueName("Headers"), deployment),
            stage.options().build());
    pageRouting =
        new Function(
            id("PageRouting"),
            FunctionArgs.builder()
                .comment(SiteSettings.routingComment(deployment))
                .runtime(PageRouting.RUNTIME)
                .code(PageRouting.code())
                .publish(true)
                .build(),
            stage.options().build());
  }

  private static String id(String word) {
    return LogicalId.of("Edge", "Site", word, "Resource");
  }

  /** The name that the CDK makes up: of the whole path, so unique in the account. */
  private String uniqueName(String word) {
    return LogicalId.of(stage.blueprint().deployment(), "Edge", "Site", word);
  }

  private static BucketLifecycleConfigurationV2RuleArgs oldVersions() {
    return BucketLifecycleConfigurationV2RuleArgs.builder()
        .id(SiteSettings.OLD_VERSIONS_RULE)
        .status("Enabled")
        .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build())
        .noncurrentVersionExpiration(
            BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                .noncurrentDays(SiteSettings.OLD_VERSIONS)
                .build())
        .abortIncompleteMultipartUpload(
            BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                .daysAfterInitiation(SiteSettings.ABORT_UPLOADS_AFTER_DAYS)
                .build())
        .build();
  }

  /**
   * Lets this distribution read the bucket, and list it: S3 answers 403 for a missing object to
   * whoever may not.
   */
  void readableBy(Distribution distribution) {
    kept.policy(
        Output.tuple(bucket().arn(), distribution.arn())
            .applyValue(known -> readers(known.t1, known.t2)));
  }

  private static Map<String, Object> readers(String bucketArn, String distributionArn) {
    Map<String, Object> statement =
        Policies.statement(
            Permission.allow("", "s3:GetObject", "s3:ListBucket")
                .on(bucketArn, bucketArn + "/*")
                .when("StringEquals", "AWS:SourceArn", distributionArn)
                .build());
    statement.put("Principal", Map.of("Service", "cloudfront.amazonaws.com"));
    return statement;
  }

  /** The bucket of the site. */
  BucketV2 bucket() {
    return kept.bucket();
  }

  /** What is set on the bucket. */
  List<Resource> settings() {
    return kept.settings();
  }

  /** The access control by which CloudFront reads the bucket. */
  OriginAccessControl access() {
    return access;
  }

  /** The security headers. */
  ResponseHeadersPolicy headers() {
    return headers;
  }

  /** The function that finds pages. */
  Function pageRouting() {
    return pageRouting;
  }
}
