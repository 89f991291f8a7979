package com.harena.allinone.constructs.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.constructs.testing.MachineTemplate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InstanceTest {
  private static MachineTemplate machine;
  private static MachineTemplate onDemand;
  private static JsonNode launch;

  @BeforeAll
  static void synthesize() {
    machine = MachineTemplate.ofBlueprint();
    onDemand = MachineTemplate.of("purchase: spot", "purchase: on-demand");
    launch = launchOf(machine);
  }

  private static JsonNode launchOf(MachineTemplate template) {
    return template.only("AWS::EC2::LaunchTemplate").at("/Properties/LaunchTemplateData");
  }

  @Test
  void instanceHasOnlyTheLaunchTemplateAndItsSubnet() {
    JsonNode instance = machine.only("AWS::EC2::Instance").path("Properties");
    assertThat(instance.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("LaunchTemplate", "SubnetId");
    assertThat(instance.at("/LaunchTemplate/Version").toString()).contains("LatestVersionNumber");
  }

  @Test
  void launchesThePublicImageThatEc2ResolvesAtLaunch() {
    assertThat(launch.path("ImageId").asText())
        .isEqualTo("resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64");
    assertThat(launch.path("InstanceType").asText()).isEqualTo("t4g.small");
    assertThat(launch.at("/CreditSpecification/CpuCredits").asText()).isEqualTo("standard");
    assertThat(launch.at("/Monitoring/Enabled").asBoolean(true)).isFalse();
  }

  @Test
  void containersCannotReachTheInstancesCredentials() {
    assertThat(launch.path("MetadataOptions").toString())
        .isEqualTo(
            "{\"HttpEndpoint\":\"enabled\",\"HttpPutResponseHopLimit\":1,\"HttpTokens\":\"required\"}");
  }

  @Test
  void rootVolumeIsEncryptedAndGoesWithTheInstance() {
    JsonNode root = launch.at("/BlockDeviceMappings/0/Ebs");
    assertThat(root.path("VolumeSize").asInt()).isEqualTo(12);
    assertThat(root.path("VolumeType").asText()).isEqualTo("gp3");
    assertThat(root.path("Encrypted").asBoolean()).isTrue();
    assertThat(root.path("DeleteOnTermination").asBoolean()).isTrue();
    assertThat(launch.path("BlockDeviceMappings")).hasSize(1);
  }

  @Test
  void spotRequestIsPersistentStopsAndDoesNotExpire() {
    assertThat(launch.at("/InstanceMarketOptions/SpotOptions").toString())
        .isEqualTo(
            "{\"InstanceInterruptionBehavior\":\"stop\",\"SpotInstanceType\":\"persistent\","
                + "\"ValidUntil\":\"2099-12-31T23:59:59Z\"}");
  }

  @Test
  void whatIsLaunchedCarriesDeploymentAndSuffix() {
    assertThat(launch.path("TagSpecifications"))
        .extracting(specification -> specification.path("ResourceType").asText())
        .containsExactly("instance", "volume", "network-interface", "spot-instances-request");
    assertThat(launch.path("TagSpecifications"))
        .allMatch(
            specification ->
                specification
                    .toString()
                    .contains(
                        "{\"Key\":\"allinone:suffix\",\"Value\":\""
                            + machine.identity().suffix()
                            + "\"}"))
        .allMatch(
            specification ->
                specification
                    .toString()
                    .contains("{\"Key\":\"allinone:deployment\",\"Value\":\"harena-production\"}"));
  }

  @Test
  void userDataRefersToTheDataVolumeOnly() {
    JsonNode sub = launch.at("/UserData/Fn::Base64/Fn::Sub");
    assertThat(sub.path(0).asText()).isEqualTo(machine.identity().userData());
    assertThat(sub.path(1)).hasToString("{\"DataVolume\":{\"Ref\":\"DataVolume\"}}");
  }

  @Test
  void onDemandIsOneWordAndNeedsNoSpotGuards() {
    assertThat(launchOf(onDemand).has("InstanceMarketOptions")).isFalse();
    assertThat(launchOf(onDemand).toString()).doesNotContain("spot-instances-request");
    assertThat(onDemand.ids("Custom::SpotSweeper")).isEmpty();
    assertThat(onDemand.ids("Custom::SpotCancellation")).isEmpty();
    assertThat(onDemand.ids("AWS::EC2::Instance"))
        .doesNotContainAnyElementsOf(machine.ids("AWS::EC2::Instance"));
  }

  @Test
  void everythingOfOneInstanceEndsInItsSuffix() {
    for (String type :
        List.of(
            "AWS::EC2::Instance",
            "AWS::EC2::LaunchTemplate",
            "Custom::SpotSweeper",
            "Custom::SpotCancellation",
            "AWS::CloudFormation::WaitConditionHandle",
            "AWS::CloudFormation::WaitCondition")) {
      assertThat(machine.onlyId(type))
          .as(type)
          .matches("[A-Za-z]+" + machine.identity().suffix() + "[0-9A-F]{8}");
    }
  }

  @Test
  void nothingElseMovesWithTheSuffix() {
    MachineTemplate other = MachineTemplate.of("type: t4g.small", "type: t4g.medium");
    List<String> ids = names(machine);
    assertThat(names(other)).hasSameSizeAs(ids);
    assertThat(names(other).stream().filter(id -> !ids.contains(id)))
        .hasSize(6)
        .allMatch(id -> id.contains(other.identity().suffix()));
  }

  private static List<String> names(MachineTemplate template) {
    List<String> names = new java.util.ArrayList<>();
    template.resources().fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void sweeperIsMadeBeforeTheLaunchTemplateAndCancellationAfterTheInstance() {
    String instance = machine.onlyId("AWS::EC2::Instance");
    assertThat(machine.before(machine.onlyId("AWS::EC2::LaunchTemplate")))
        .contains(machine.onlyId("Custom::SpotSweeper"))
        .doesNotContain(instance);
    assertThat(machine.before(machine.onlyId("Custom::SpotCancellation"))).contains(instance);
    assertThat(machine.only("Custom::SpotSweeper").at("/Properties/Suffix").asText())
        .isEqualTo(machine.identity().suffix());
  }

  @Test
  void instanceWaitsForTheInternetAndForItsBundle() {
    assertThat(machine.before(machine.onlyId("AWS::EC2::Instance")))
        .contains(
            machine.onlyId("AWS::EC2::Route"),
            machine.onlyId("AWS::EC2::SubnetRouteTableAssociation"),
            machine.onlyId("Custom::AssetCopy"));
  }

  @Test
  void roleHasItsStatementsInsideAndNoManagedPolicy() {
    List<JsonNode> roles = machine.ids("AWS::IAM::Role").stream().map(machine::resource).toList();
    assertThat(machine.ids("AWS::IAM::Policy")).isEmpty();
    assertThat(roles).noneMatch(role -> role.path("Properties").has("ManagedPolicyArns"));
    assertThat(roles).allMatch(role -> role.path("Properties").has("Description"));
    JsonNode role =
        roles.stream()
            .filter(r -> r.at("/Properties/Description").asText().startsWith("The instance of"))
            .findFirst()
            .orElseThrow();
    assertThat(role.at("/Properties/Path").asText()).isEqualTo(machine.identity().rolePath());
    assertThat(role.at("/Properties/Policies/0/PolicyDocument/Statement")).hasSize(16);
    assertThat(role.toString()).contains("\"Effect\":\"Deny\"", "s3:if-none-match");
  }

  @Test
  void everyFunctionSaysWhatItIsForAndIsShortEnoughToRead() {
    for (String id : machine.ids("AWS::Lambda::Function")) {
      JsonNode function = machine.resource(id).path("Properties");
      assertThat(function.path("Description").asText()).as(id).isNotBlank();
      assertThat(function.at("/Code/ZipFile").asText()).as(id).hasSizeBetween(1000, 4096);
      assertThat(function.path("Timeout").asInt()).as(id).isBetween(60, 900);
    }
  }
}
