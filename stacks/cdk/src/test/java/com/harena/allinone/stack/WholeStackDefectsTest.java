package com.harena.allinone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.stack.graph.Resource;
import com.harena.allinone.stack.graph.Template;
import com.harena.allinone.stack.testing.SynthesizedOnce;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Defects of the set-up being replaced, by their numbers, looked for in the whole template. */
class WholeStackDefectsTest {
  private final Template template = SynthesizedOnce.template(SynthesizedOnce.harena());

  static Stream<Blueprint> bothOrigins() {
    return Stream.of(SynthesizedOnce.harena(), SynthesizedOnce.harenaByAddress());
  }

  private JsonNode launch() {
    return template.only("AWS::EC2::LaunchTemplate").properties().path("LaunchTemplateData");
  }

  @Test
  void defect10AnInterruptionStopsTheInstance() {
    JsonNode spot = launch().at("/InstanceMarketOptions/SpotOptions");

    assertThat(spot.path("SpotInstanceType").asText()).isEqualTo("persistent");
    assertThat(spot.path("InstanceInterruptionBehavior").asText()).isEqualTo("stop");
  }

  @Test
  void defect10TheDataIsOnAVolumeThatOutlivesTheInstanceAndTheStack() {
    Resource volume = template.only("AWS::EC2::Volume");

    assertThat(volume.body().path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
    assertThat(volume.body().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    assertThat(template.ofType("AWS::EC2::VolumeAttachment")).isEmpty();
    for (JsonNode device : launch().path("BlockDeviceMappings")) {
      assertThat(device.path("DeviceName").asText()).isEqualTo("/dev/xvda");
    }
  }

  @Test
  void defect11EveryScheduleCallsAnApiAndNoRuleTargetsAnInstance() {
    assertThat(template.ofType("AWS::Events::Rule")).isEmpty();
    assertThat(template.ofType("AWS::Scheduler::Schedule"))
        .isNotEmpty()
        .allSatisfy(
            schedule ->
                assertThat(schedule.properties().at("/Target/Arn").toString())
                    .containsPattern(
                        "aws-sdk:(ec2:(startInstances|stopInstances)|cloudwatch:putMetricData)"));
  }

  @Test
  void defect12EveryScheduleFollowsTheLocalClockAndNoneStartsAtTheWeekend() {
    for (Resource schedule : template.ofType("AWS::Scheduler::Schedule")) {
      assertThat(schedule.properties().path("ScheduleExpressionTimezone").asText())
          .isEqualTo("Europe/Paris");
      if (schedule.properties().at("/Target/Arn").toString().contains("startInstances")) {
        assertThat(schedule.properties().path("ScheduleExpression").asText())
            .contains("MON-FRI")
            .doesNotContain("SAT", "SUN");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bothOrigins")
  void defect15NothingComesInFromTheInternet(Blueprint blueprint) {
    Template stack = SynthesizedOnce.template(blueprint);
    for (Resource group : stack.ofType("AWS::EC2::SecurityGroup")) {
      assertThat(group.properties().path("SecurityGroupIngress")).as(group.id()).isEmpty();
    }
    List<Resource> rules = stack.ofType("AWS::EC2::SecurityGroupIngress");
    assertThat(rules).hasSize(1);
    JsonNode rule = rules.get(0).properties();
    assertThat(rule.has("CidrIp") || rule.has("CidrIpv6")).isFalse();
    assertThat(rule.has("SourceSecurityGroupId") || rule.has("SourcePrefixListId")).isTrue();
    assertThat(rule.path("FromPort").asInt()).isEqualTo(blueprint.services().backend().port());
    assertThat(rule.path("ToPort").asInt()).isEqualTo(blueprint.services().backend().port());
  }

  @ParameterizedTest
  @MethodSource("bothOrigins")
  void defect18NoErrorOfTheApiBecomesAPage(Blueprint blueprint) {
    JsonNode distribution =
        SynthesizedOnce.template(blueprint)
            .only("AWS::CloudFront::Distribution")
            .properties()
            .path("DistributionConfig");

    assertThat(distribution.path("CustomErrorResponses"))
        .extracting(error -> error.path("ErrorCode").asInt())
        .containsExactlyInAnyOrder(502, 504);
    assertThat(distribution.path("CustomErrorResponses"))
        .allSatisfy(
            error -> {
              assertThat(error.path("ResponseCode").asInt()).isEqualTo(503);
              assertThat(error.path("ErrorCachingMinTTL").asInt(-1)).isZero();
            });
  }
}
