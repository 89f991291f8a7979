package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.bundle.UserData;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineTest {
  private final WholeStack stack = WholeStack.sample();

  private static Registered template(WholeStack stack) {
    return stack.at("Machine", "LaunchTemplate" + stack.suffix());
  }

  private static List<String> tagged(WholeStack stack) {
    List<?> specifications = (List<?>) template(stack).inputs().get("tagSpecifications");
    return specifications.stream()
        .map(specification -> (String) ((Map<?, ?>) specification).get("resourceType"))
        .toList();
  }

  @Test
  void launchesFromTheTemplateAlone() {
    assertThat(template(stack).inputs())
        .containsAllEntriesOf(
            Map.of(
                "imageId",
                "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64",
                "instanceType",
                "t4g.small",
                "metadataOptions",
                Map.of(
                    "httpEndpoint", "enabled",
                    "httpTokens", "required",
                    "httpPutResponseHopLimit", 1.0),
                "creditSpecification",
                Map.of("cpuCredits", "standard"),
                "vpcSecurityGroupIds",
                List.of("ref:" + LogicalId.of("Network", "InstanceGroup"))));
    Map<String, Object> instance = stack.at("Machine", "Instance" + stack.suffix()).inputs();
    assertThat(instance).containsOnlyKeys("launchTemplate", "subnetId", "tags");
    assertThat(instance.get("tags"))
        .isEqualTo(
            Map.of(
                "Name", "harena-production",
                "allinone:deployment", "harena-production",
                "allinone:suffix", stack.suffix()));
  }

  @Test
  void asksForAPersistentSpotRequestAndTagsIt() {
    assertThat(template(stack).inputs())
        .containsEntry(
            "instanceMarketOptions",
            Map.of(
                "marketType",
                "spot",
                "spotOptions",
                Map.of(
                    "spotInstanceType", "persistent",
                    "instanceInterruptionBehavior", "stop",
                    "validUntil", "2099-12-31T23:59:59Z")));
    assertThat(tagged(stack))
        .containsExactly("instance", "volume", "network-interface", "spot-instances-request");
  }

  @Test
  void onDemandHasNeitherRequestNorGuards() {
    WholeStack bought = WholeStack.onDemand();
    assertThat(bought.suffix()).isNotEqualTo(stack.suffix());
    assertThat(template(bought).inputs()).doesNotContainKey("instanceMarketOptions");
    assertThat(tagged(bought)).containsExactly("instance", "volume", "network-interface");
    assertThat(bought.has("SpotSweeper", bought.suffix())).isFalse();
    assertThat(bought.has("SpotSweeper", "Handler", "Function")).isFalse();
    assertThat(bought.has("SpotCancellation", bought.suffix())).isFalse();
    assertThat(bought.has("CloudFrontLeftovers", "Default")).isTrue();
  }

  @Test
  void runsTheUserDataOfTheCdkWithTheVolumeInIt() {
    String text =
        new String(
            Base64.getDecoder().decode(template(stack).text("userData")), StandardCharsets.UTF_8);
    String volume = "ref:" + LogicalId.of("DataVolume", "Default");
    assertThat(text)
        .isEqualTo(
            UserData.of(Sample.blueprint()).text().replace(UserData.VOLUME_REFERENCE, volume))
        .contains("DATA_VOLUME=" + volume + "\n");
  }

  @Test
  void givesTheRoleThePermissionsOfTheCore() {
    Registered role = stack.at("InstanceRole", "Role");
    assertThat(role.inputs().get("inlinePolicies").toString())
        .contains("name=instance", "arn:aws:ec2:eu-west-3:123456789012:volume/ref:DataVolume")
        .contains("parameter/allinone/harena-production/secrets/");
    assertThat(role.text("path")).isEqualTo("/");
    assertThat(role.inputs()).doesNotContainKey("managedPolicyArns");
    assertThat(stack.at("InstanceRole", "Profile").text("role"))
        .isEqualTo("ref:%s.name".formatted(role.name()));
  }
}
