package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.pulumi.testing.Registered;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardsTest {
  private final WholeStack stack = WholeStack.sample();
  private final String instance = "ref:" + LogicalId.of("Machine", "Instance" + stack.suffix());

  private Registered half() {
    return stack.at("Health", "Half" + stack.suffix());
  }

  private Registered gate() {
    return stack.at("Health", "Gate" + stack.suffix());
  }

  @Test
  void haveThePhysicalIdsOfTheCustomResources() {
    assertThat(stack.at("SpotSweeper", stack.suffix()).inputs())
        .containsEntry("triggers", Map.of("id", stack.suffix()));
    assertThat(stack.at("SpotCancellation", stack.suffix()).inputs())
        .containsEntry("triggers", Map.of("id", instance));
    assertThat(stack.at("CloudFrontLeftovers", "Default").inputs())
        .containsEntry("triggers", Map.of("id", "ref:" + LogicalId.of("Network", "Subnet")));
  }

  @Test
  void areReplacedByAnotherIdOnly() {
    for (Registered guard :
        List.of(
            stack.at("SpotSweeper", stack.suffix()),
            stack.at("SpotCancellation", stack.suffix()),
            stack.at("CloudFrontLeftovers", "Default"),
            half(),
            gate())) {
      assertThat(guard.options().getReplaceOnChanges())
          .as(guard.name())
          .containsExactly("triggers");
      assertThat(guard.options().getDeleteBeforeReplaceOptional()).as(guard.name()).hasValue(false);
    }
  }

  @Test
  void tellTheFunctionWhatToCleanUp() {
    assertThat(stack.at("SpotSweeper", stack.suffix()).text("input"))
        .isEqualTo(
            "{\"kind\":\"Custom::SpotSweeper\",\"id\":\"%1$s\",\"properties\":{\"Deployment\":\"harena-production\",\"Suffix\":\"%1$s\"}}"
                .formatted(stack.suffix()));
    assertThat(stack.at("SpotCancellation", stack.suffix()).text("input"))
        .contains("\"InstanceId\":\"%s\"".formatted(instance));
    assertThat(stack.at("CloudFrontLeftovers", "Default").text("input"))
        .contains("\"VpcId\":\"ref:%s\"".formatted(LogicalId.of("Network", "Vpc")));
  }

  @Test
  void mayTerminateOnlyInstancesWithTheDeploymentsProfile() {
    assertThat(stack.at("SpotSweeper", "Handler", "Role").inputs().get("inlinePolicies").toString())
        .contains(
            "\"ec2:InstanceProfile\":\"arn:aws:test:eu-west-3:123456789012:ref:%s\""
                .formatted(LogicalId.of("InstanceRole", "Profile")));
  }

  @Test
  void theOwnerHasNobodyToSignal() {
    assertThat(stack.at("Owner", "Default").inputs())
        .containsEntry("name", "/allinone/harena-production/owner")
        .containsEntry("value", "{\"instance\": \"%s\", \"signal\": \"none\"}".formatted(instance));
  }

  @Test
  void theGateWaitsTwiceTenMinutesForTheInstanceToBeReady() {
    assertThat(stack.at("Health", "Handler", "Function").inputs()).containsEntry("timeout", 620.0);
    assertThat(half().text("input"))
        .contains("\"Parameter\":\"/allinone/harena-production/ready\"")
        .contains("\"Instance\":\"%s\",\"Last\":\"false\"".formatted(instance));
    assertThat(gate().text("input"))
        .contains("\"Instance\":\"%s\",\"Last\":\"true\"".formatted(instance));
    assertThat(half().madeAfter()).containsExactly(LogicalId.of("Owner", "Default"));
    assertThat(gate().madeAfter()).containsExactly(half().name());
    assertThat(half().inputs()).containsEntry("triggers", Map.of("id", instance));
  }

  @Test
  void theGateMayReadTheReadyParameterAndNoOther() {
    assertThat(stack.at("Health", "Handler", "Role").inputs().get("inlinePolicies").toString())
        .contains(
            "\"Action\":\"ssm:GetParameter\",\"Resource\":\"arn:aws:ssm:eu-west-3:123456789012:parameter/allinone/harena-production/ready\"");
  }
}
