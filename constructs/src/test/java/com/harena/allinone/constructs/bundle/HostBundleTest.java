package com.harena.allinone.constructs.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.bundle.BundleCommand;
import com.harena.allinone.constructs.testing.MachineTemplate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HostBundleTest {
  private static final String KEY = "bundles/" + MachineTemplate.BUNDLE + "/bundle.zip";
  private static MachineTemplate machine;

  @BeforeAll
  static void synthesize() {
    machine = MachineTemplate.ofBlueprint();
  }

  @Test
  void copiesTheBundleToTheKeyOfItsHash() {
    JsonNode copy = machine.only("Custom::AssetCopy").path("Properties");
    assertThat(copy.path("Key").asText()).isEqualTo(KEY);
    assertThat(copy.path("ContentType").asText()).isEqualTo("application/zip");
    assertThat(copy.path("Bucket").path("Ref").asText())
        .isEqualTo(machine.onlyId("AWS::S3::Bucket"));
  }

  @Test
  void namesTheBundleOnlyAfterItWasCopied() {
    List<String> parameters =
        machine.ids("AWS::SSM::Parameter").stream()
            .filter(id -> machine.resource(id).at("/Properties/Name").asText().endsWith("/bundle"))
            .toList();
    assertThat(parameters).hasSize(1);
    assertThat(machine.before(parameters.get(0))).contains(machine.onlyId("Custom::AssetCopy"));
    JsonNode value = machine.resource(parameters.get(0)).at("/Properties/Value/Fn::Sub");
    assertThat(value.path(0).asText())
        .isEqualTo(
            "{\"bucket\": \"${Bucket}\", \"key\": \"%s\", \"sha256\": \"%s\"}"
                .formatted(KEY, MachineTemplate.BUNDLE));
  }

  @Test
  void runsTheStartScriptWithTheHashOnTheInstanceAndDoesNotWait() {
    JsonNode association = machine.only("AWS::SSM::Association").path("Properties");
    assertThat(association.path("Name").asText()).isEqualTo("AWS-RunShellScript");
    assertThat(association.at("/Parameters/commands/0").asText())
        .isEqualTo(BundleCommand.of(MachineTemplate.BUNDLE));
    assertThat(association.at("/Targets/0/Key").asText()).isEqualTo("InstanceIds");
    assertThat(association.at("/Targets/0/Values/0/Ref").asText())
        .isEqualTo(machine.onlyId("AWS::EC2::Instance"));
    assertThat(association.has("WaitForSuccessTimeoutSeconds")).isFalse();
  }

  @Test
  void anotherBundleDoesNotTouchWhatLaunchesTheInstance() {
    assertThat(machine.only("AWS::EC2::LaunchTemplate").toString())
        .doesNotContain(MachineTemplate.BUNDLE);
    assertThat(machine.only("AWS::EC2::Instance").path("Properties").toString())
        .doesNotContain(MachineTemplate.BUNDLE);
  }

  @Test
  void refusesWhatIsNoChecksum() {
    HostBundleReleaseProps.Builder props = HostBundleReleaseProps.builder().sha256("placeholder");
    assertThatThrownBy(
            () -> props.zip(java.nio.file.Path.of("a.zip")).bucket(null).names(null).build())
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(
            () ->
                new HostBundleReleaseProps(
                    java.nio.file.Path.of("a.zip"),
                    "ABC",
                    new software.amazon.awscdk.services.s3.Bucket(
                        new software.amazon.awscdk.Stack(), "B"),
                    new com.harena.allinone.machine.ParameterNames("/a")))
        .hasMessageContaining("'ABC'");
  }
}
