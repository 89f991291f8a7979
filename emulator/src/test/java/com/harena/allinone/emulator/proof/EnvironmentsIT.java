package com.harena.allinone.emulator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.harena.allinone.emulator.engine.Finding;
import com.harena.allinone.emulator.engine.ResourceDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Environments in one account: the first is read back property by property, a second stands beside
 * it, the first goes, and a third takes its data volume over.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnvironmentsIT {
  private static final String FIRST = "harena-staging";
  private static final String BESIDE = "harena-integration";
  private static final String HEIR = "harena-restored";

  @TempDir static Path folder;
  private static Deployment cloud;
  private static Blueprints blueprints;
  private static Assembly first;
  private static String volume;
  private static List<String> buckets;

  @BeforeAll
  static void start() {
    cloud = Deployment.start(folder);
    blueprints = new Blueprints(folder);
    first = blueprints.synthesize(Map.of("environment", "staging"));
    cloud.deploy(first);
    volume = cloud.only(FIRST, "AWS::EC2::Volume");
    buckets = physical(FIRST, "AWS::S3::Bucket");
  }

  @AfterAll
  static void end() {
    if (cloud != null) {
      cloud.close();
    }
  }

  @Test
  @Order(1)
  void everyResourceIsToldAsTheTemplateAsksForIt() {
    List<Finding> findings = findings(FIRST);
    assertThat(findings).hasSize(first.template().get("Resources").size());
    Comparison.toldAsAsked(findings);
  }

  @Test
  @Order(2)
  void theServicesTellEveryoneTheSame() {
    new Comparison(cloud).toldToEveryone(findings(FIRST));
  }

  @Test
  @Order(3)
  void whatIsChangedBehindTheStacksBackIsSeen() {
    try (Ec2Client ec2 = cloud.client(Ec2Client.builder())) {
      String vpc = cloud.only(FIRST, "AWS::EC2::VPC");
      hostNames(ec2, vpc, false);
      Finding seen =
          findings(FIRST).stream()
              .filter(each -> each.resource().type().equals("AWS::EC2::VPC"))
              .findFirst()
              .orElseThrow();
      assertThat(Comparison.differences(seen))
          .singleElement()
          .asString()
          .contains("EnableDnsHostnames");
      hostNames(ec2, vpc, true);
    }
  }

  private static void hostNames(Ec2Client ec2, String vpc, boolean on) {
    ec2.modifyVpcAttribute(call -> call.vpcId(vpc).enableDnsHostnames(value -> value.value(on)));
  }

  @Test
  @Order(11)
  void aSecondEnvironmentStandsBesideTheFirst() {
    List<Finding> before = findings(FIRST);
    cloud.deploy(blueprints.synthesize(Map.of("environment", "integration")));
    assertThat(findings(FIRST)).isEqualTo(before);
    allExist(FIRST);
    allExist(BESIDE);
    assertThat(Stream.of(FIRST, BESIDE).map(stack -> cloud.only(stack, "AWS::EC2::Instance")))
        .doesNotHaveDuplicates()
        .allMatch(id -> cloud.local().instances().machines().serves(id));
  }

  @Test
  @Order(12)
  void theAlarmsTellTheAddressOfTheBlueprint() {
    try (SnsClient sns = cloud.client(SnsClient.builder())) {
      String topic = cloud.only(FIRST, "AWS::SNS::Topic");
      assertThat(sns.listSubscriptionsByTopic(call -> call.topicArn(topic)).subscriptions())
          .extracting(each -> each.endpoint())
          .containsExactly(Blueprints.committed("alarms.address"));
      assertThat(findings(FIRST))
          .filteredOn(each -> each.resource().type().equals("AWS::CloudWatch::Alarm"))
          .isNotEmpty()
          .allSatisfy(
              alarm ->
                  assertThat(alarm.told().orElseThrow().path("AlarmActions").toString())
                      .contains(topic));
    }
  }

  @Test
  @Order(13)
  void destroyLeavesTheVolumeAndTheBucketsWithTheirObjects() {
    try (S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true));
        Ec2Client ec2 = cloud.client(Ec2Client.builder())) {
      buckets.forEach(
          bucket ->
              s3.putObject(
                  call -> call.bucket(bucket).key("kept"), RequestBody.fromString("still there")));
      assertThat(cloud.cdk("destroy", "--app", first.folder().toString(), "--force"))
          .contains("destroyed");
      assertThat(cloud.status(FIRST)).isEmpty();
      assertThat(ec2.describeVolumes(call -> call.volumeIds(volume)).volumes())
          .extracting(Volume::stateAsString)
          .containsExactly("available");
      for (String bucket : buckets) {
        assertThat(s3.listObjectsV2(call -> call.bucket(bucket)).contents())
            .extracting(S3Object::key)
            .contains("kept");
      }
      assertThat(
              ec2.describeInstances().reservations().stream()
                  .flatMap(each -> each.instances().stream())
                  .filter(each -> !each.state().nameAsString().equals("terminated"))
                  .map(each -> each.instanceId()))
          .containsExactly(cloud.only(BESIDE, "AWS::EC2::Instance"));
    }
    allExist(BESIDE);
  }

  @Test
  @Order(14)
  void anotherStackAdoptsTheVolumeThatWasLeft() {
    cloud.deploy(blueprints.synthesize(Map.of("environment", "restored", "disk.volume", volume)));
    String instance = cloud.only(HEIR, "AWS::EC2::Instance");
    assertThat(physical(HEIR, "AWS::EC2::Volume")).isEmpty();
    try (Ec2Client ec2 = cloud.client(Ec2Client.builder())) {
      assertThat(ec2.describeVolumes(call -> call.volumeIds(volume)).volumes().get(0).attachments())
          .extracting(each -> each.instanceId())
          .containsExactly(instance);
    }
    assertThat(cloud.local().instances().machines().serves(instance)).isTrue();
    // A blank volume is formatted and that is told; this one has its data.
    assertThat(String.join("\n", cloud.local().instances().machines().journal(instance)))
        .doesNotContain("is blank");
    assertThat(cloud.local().front().calls().serverErrors()).isZero();
  }

  private static void allExist(String stack) {
    assertSoftly(
        softly ->
            findings(stack)
                .forEach(each -> softly.assertThat(each.exists()).as("%s", each).isTrue()));
  }

  private static List<Finding> findings(String stack) {
    return cloud.local().engine().inventory().of(stack);
  }

  private static List<String> physical(String stack, String type) {
    return cloud.resources(stack).values().stream()
        .filter(each -> each.type().equals(type))
        .map(ResourceDescription::physicalId)
        .flatMap(id -> id.stream())
        .toList();
  }
}
