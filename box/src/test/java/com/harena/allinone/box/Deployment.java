package com.harena.allinone.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.bundle.UserData;
import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.ServiceClients;
import com.harena.allinone.machine.InstancePermissions;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.machine.Place;
import com.harena.allinone.machine.Tags;
import com.harena.allinone.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * What the stack gives an instance, as far as the instance sees it: bucket, bundle, parameters, log
 * group, subnet, and a role with exactly its permissions.
 */
final class Deployment {
  static final String BUCKET = "harena-backups";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROLE = "instance";
  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
          + "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"}}]}";

  private final Blueprint blueprint;
  private final ParameterNames names;
  private final Ec2Client ec2;
  private final IamClient iam;
  private final S3Client s3;
  private final SsmClient ssm;
  private final Path work;
  private final String vpc;
  private final String subnet;
  private String profile = "";
  private String owner = "";

  /** Makes all of it but volumes and instances. */
  Deployment(ServiceClients clients, Blueprint blueprint, String range, Path work) {
    this.blueprint = blueprint;
    this.work = work;
    this.names = new ParameterNames(blueprint.parameterPath());
    ec2 = clients.of(Ec2Client.builder());
    iam = clients.of(IamClient.builder());
    s3 =
        clients.of(
            S3Client.builder()
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(how -> how.chunkedEncodingEnabled(false)));
    ssm = clients.of(SsmClient.builder());
    vpc = ec2.createVpc(call -> call.cidrBlock(range)).vpc().vpcId();
    subnet =
        ec2.createSubnet(
                call ->
                    call.vpcId(vpc).cidrBlock(range).availabilityZone(blueprint.zone().toString()))
            .subnet()
            .subnetId();
    s3.createBucket(
        call ->
            call.bucket(BUCKET)
                .createBucketConfiguration(place -> place.locationConstraint(Aws.REGION)));
    clients
        .of(CloudWatchLogsClient.builder())
        .createLogGroup(call -> call.logGroupName("/allinone/" + blueprint.deployment()));
  }

  /** Uploads a bundle and names it. */
  void bundle(HostBundle bundle) {
    Path zip = work.resolve(bundle.sha256() + ".zip");
    bundle.writeTo(zip);
    String key = key(bundle);
    s3.putObject(call -> call.bucket(BUCKET).key(key), zip);
    parameter(
        names.bundle(), text(Map.of("bucket", BUCKET, "key", key, "sha256", bundle.sha256())));
  }

  /** Uploads a bundle and names it, with other bytes than its hash is of. */
  void corrupt(HostBundle bundle) {
    bundle(bundle);
    s3.putObject(call -> call.bucket(BUCKET).key(key(bundle)), RequestBody.fromString("corrupt"));
  }

  private static String key(HostBundle bundle) {
    return "bundles/%s/bundle.zip".formatted(bundle.sha256());
  }

  /** Makes a blank data volume, which the role may use from now on. */
  String volume(int gibibytes) {
    String volume =
        ec2.createVolume(
                call ->
                    call.availabilityZone(blueprint.zone().toString())
                        .size(gibibytes)
                        .volumeType("gp3"))
            .volumeId();
    role(volume);
    return volume;
  }

  /** Launches an instance with the blueprint's user data, which owns nothing yet. */
  String launch(String volume) {
    String script = UserData.of(blueprint).text().replace(UserData.VOLUME_REFERENCE, volume);
    byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
    return ec2.runInstances(
            call ->
                call.imageId(blueprint.machine().image().value())
                    .minCount(1)
                    .maxCount(1)
                    .instanceType(blueprint.machine().type().awsName())
                    .subnetId(subnet)
                    .iamInstanceProfile(own -> own.arn(profile))
                    .userData(Base64.getEncoder().encodeToString(bytes))
                    .tagSpecifications(
                        TagSpecification.builder()
                            .resourceType(ResourceType.INSTANCE)
                            .tags(
                                Tag.builder()
                                    .key(Tags.DEPLOYMENT)
                                    .value(blueprint.deployment())
                                    .build())
                            .build()))
        .instances()
        .get(0)
        .instanceId();
  }

  /** The state that EC2 tells of an instance. */
  InstanceStateName state(String instance) {
    return ec2.describeInstances(call -> call.instanceIds(instance))
        .reservations()
        .get(0)
        .instances()
        .get(0)
        .state()
        .name();
  }

  /** The instance that was named last. */
  String owner() {
    return owner;
  }

  /** Names the owner of the data volume, with a wait handle of its own. */
  void own(String instance) {
    owner = instance;
    String handle =
        "https://cloudformation-waitcondition-%1$s.s3.%1$s.amazonaws.com/%2$s"
            .formatted(Aws.REGION, HexFormat.of().toHexDigits(System.nanoTime()));
    parameter(names.owner(), text(Map.of("instance", instance, "signal", handle)));
  }

  /** The instance that said last that it serves. */
  Optional<String> ready() {
    try {
      return Optional.of(ssm.getParameter(c -> c.name(names.ready())).parameter().value());
    } catch (ParameterNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The value of a secret. */
  SecretValue secret(String name) {
    return SecretValue.of(
        ssm.getParameter(call -> call.name(names.secrets() + "/" + name).withDecryption(true))
            .parameter()
            .value());
  }

  S3Client s3() {
    return s3;
  }

  Blueprint blueprint() {
    return blueprint;
  }

  ParameterNames names() {
    return names;
  }

  SsmClient ssm() {
    return ssm;
  }

  Ec2Client ec2() {
    return ec2;
  }

  private void role(String volume) {
    InstancePermissions permissions =
        InstancePermissions.builder()
            .place(new Place("aws", Aws.REGION, LocalSettings.ACCOUNT))
            .deployment(blueprint.deployment())
            .parameters(names)
            .vpcId(vpc)
            .volumeId(volume)
            .bucketArn("arn:aws:s3:::" + BUCKET)
            .build();
    if (profile.isEmpty()) {
      iam.createRole(call -> call.roleName(ROLE).assumeRolePolicyDocument(TRUST));
      profile =
          iam.createInstanceProfile(call -> call.instanceProfileName(ROLE)).instanceProfile().arn();
      iam.addRoleToInstanceProfile(call -> call.instanceProfileName(ROLE).roleName(ROLE));
    }
    iam.putRolePolicy(
        call ->
            call.roleName(ROLE)
                .policyName("instance-" + volume)
                .policyDocument(PolicyText.of(permissions.statements())));
  }

  private void parameter(String name, String value) {
    ssm.putParameter(call -> call.name(name).value(value).type("String").overwrite(true));
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
