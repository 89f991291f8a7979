package com.harena.allinone.emulator.machine;

import com.harena.allinone.digest.Sha256;
import com.harena.allinone.emulator.testing.Bundle;
import com.harena.allinone.emulator.testing.Trust;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** A deployment without its stack: bucket, bundle, role and parameters. */
final class LocalDeployment {
  static final String ROLE = "instance-role";
  private static final String NAME = "harena-production";
  private static final String PATH = "/allinone/" + NAME;
  private static final String BUCKET = "backups";
  private static final String MORE = "more";

  private final LocalWorld world;
  private final String profile;
  private final String role;

  LocalDeployment(LocalWorld world) {
    this.world = world;
    try (IamClient iam = world.client(IamClient.builder());
        S3Client s3 = world.client(S3Client.builder())) {
      role =
          iam.createRole(call -> call.roleName(ROLE).assumeRolePolicyDocument(Trust.of("ec2")))
              .role()
              .arn();
      iam.putRolePolicy(
          call -> call.roleName(ROLE).policyName("instance").policyDocument(policy()));
      profile =
          iam.createInstanceProfile(call -> call.instanceProfileName(ROLE)).instanceProfile().arn();
      iam.addRoleToInstanceProfile(call -> call.instanceProfileName(ROLE).roleName(ROLE));
      s3.createBucket(call -> call.bucket(BUCKET));
    }
    bundle("first");
  }

  /** Uploads a bundle with this note in it, names it, and gives its hash. */
  String bundle(String note) {
    byte[] bundle = Bundle.zip(note);
    String hash = Sha256.of(bundle);
    try (S3Client s3 = world.client(S3Client.builder())) {
      s3.putObject(
          call -> call.bucket(BUCKET).key("bundles/%s/bundle.zip".formatted(hash)),
          RequestBody.fromBytes(bundle));
    }
    parameter(
        "bundle",
        "{\"bucket\":\"%s\",\"key\":\"bundles/%s/bundle.zip\",\"sha256\":\"%s\"}"
            .formatted(BUCKET, hash, hash));
    return hash;
  }

  String role() {
    return role;
  }

  String volume() {
    return world
        .ec2()
        .createVolume(c -> c.availabilityZone("eu-west-1a").size(40).volumeType("gp3"))
        .volumeId();
  }

  String launch(String volume) {
    String script =
        """
        #!/bin/bash
        cat > /etc/allinone/machine.env << 'END'
        DEPLOYMENT=%s
        AWS_REGION=eu-west-1
        PARAMETER_PATH=%s
        DATA_VOLUME=%s
        END
        """
            .formatted(NAME, PATH, volume);
    return run(
        instance()
            .userData(Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8)))
            .tagSpecifications(
                TagSpecification.builder()
                    .resourceType(ResourceType.INSTANCE)
                    .tags(Tag.builder().key("allinone:deployment").value(NAME).build())
                    .build()));
  }

  String untagged() {
    return run(instance());
  }

  void own(String instance, String signal) {
    parameter("owner", "{\"instance\":\"%s\",\"signal\":\"%s\"}".formatted(instance, signal));
  }

  Optional<String> holder(String volume) {
    return world
        .ec2()
        .describeVolumes(c -> c.volumeIds(volume))
        .volumes()
        .get(0)
        .attachments()
        .stream()
        .map(attachment -> attachment.instanceId())
        .findFirst();
  }

  /** Launches what the role gives no credentials to, since it trusts another service. */
  String launchDistrusted(String volume) {
    try (IamClient iam = world.client(IamClient.builder())) {
      iam.updateAssumeRolePolicy(call -> call.roleName(ROLE).policyDocument(Trust.of("lambda")));
      return launch(volume);
    }
  }

  /** Lets instances have the role's credentials again. */
  void trust() {
    try (IamClient iam = world.client(IamClient.builder())) {
      iam.updateAssumeRolePolicy(call -> call.roleName(ROLE).policyDocument(Trust.of("ec2")));
    }
  }

  /** Lets the role do one thing more, whatever the resource. */
  void allow(String action) {
    try (IamClient iam = world.client(IamClient.builder())) {
      iam.putRolePolicy(
          call ->
              call.roleName(ROLE)
                  .policyName(MORE)
                  .policyDocument(
                      """
                      {"Version":"2012-10-17","Statement":
                       {"Effect":"Allow","Action":"%s","Resource":"*"}}"""
                          .formatted(action)));
    }
  }

  /** Takes that from it again. */
  void disallow() {
    try (IamClient iam = world.client(IamClient.builder())) {
      iam.deleteRolePolicy(call -> call.roleName(ROLE).policyName(MORE));
    }
  }

  private String run(RunInstancesRequest.Builder call) {
    return world.ec2().runInstances(call.build()).instances().get(0).instanceId();
  }

  private RunInstancesRequest.Builder instance() {
    return RunInstancesRequest.builder()
        .imageId("resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64")
        .minCount(1)
        .maxCount(1)
        .instanceType("t4g.small")
        .placement(place -> place.availabilityZone("eu-west-1a"))
        .iamInstanceProfile(own -> own.arn(profile));
  }

  private void parameter(String name, String value) {
    try (SsmClient ssm = world.client(SsmClient.builder())) {
      ssm.putParameter(
          call -> call.name(PATH + "/" + name).value(value).type("String").overwrite(true));
    }
  }

  private static String policy() {
    return """
    {"Version":"2012-10-17","Statement":[
     {"Effect":"Allow","Action":["ec2:DescribeInstances","ec2:DescribeVolumes"],"Resource":"*"},
     {"Effect":"Allow","Action":["ec2:AttachVolume","ec2:DetachVolume"],
      "Resource":"arn:aws:ec2:eu-west-1:123456789012:volume/*"},
     {"Effect":"Allow","Action":["ec2:AttachVolume","ec2:DetachVolume","ec2:StopInstances"],
      "Resource":"arn:aws:ec2:eu-west-1:123456789012:instance/*",
      "Condition":{"StringEquals":{"aws:ResourceTag/allinone:deployment":"harena-production"}}},
     {"Effect":"Allow","Action":"s3:GetObject",
      "Resource":["arn:aws:s3:::backups/bundles/*","arn:aws:s3:::backups/releases/*"]},
     {"Effect":"Allow","Action":"ssm:GetParameter",
      "Resource":"arn:aws:ssm:eu-west-1:123456789012:parameter/allinone/harena-production/*"},
     {"Effect":"Allow","Action":["ssm:UpdateInstanceInformation","ssm:ListInstanceAssociations",
       "ssm:UpdateInstanceAssociationStatus","ssm:GetDocument"],"Resource":"*"},
     {"Effect":"Allow","Action":"ssm:PutParameter",
      "Resource":["arn:aws:ssm:eu-west-1:123456789012:parameter/allinone/harena-production/ready",
       "arn:aws:ssm:eu-west-1:123456789012:parameter/allinone/harena-production/secrets/*"]}]}\
    """;
  }
}
