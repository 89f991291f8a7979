package com.harena.allinone.stack.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.stack.testing.SynthesizedOnce;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackOrderTest {
  /** The committed blueprint, and the same with the other way from CloudFront. */
  static Stream<Blueprint> bothOrigins() {
    return Stream.of(SynthesizedOnce.harena(), SynthesizedOnce.harenaByAddress());
  }

  @ParameterizedTest
  @MethodSource("bothOrigins")
  void hasAnOrderInWhichAllCanBeMade(Blueprint blueprint) {
    TemplateGraph graph = TemplateGraph.of(SynthesizedOnce.template(blueprint));

    assertThat(graph.cycle()).isEmpty();
    assertThat(graph.danglingReferences()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bothOrigins")
  void makesNothingThatServesBeforeTheGateAndNoTickBeforeTheDistribution(Blueprint blueprint) {
    Template template = SynthesizedOnce.template(blueprint);
    String gate = id(template, "AWS::CloudFormation::WaitCondition");
    String distribution = id(template, "AWS::CloudFront::Distribution");

    assertInOrder(
        template,
        List.of(
            id(template, "Custom::SpotSweeper"),
            id(template, "AWS::EC2::LaunchTemplate"),
            id(template, "AWS::EC2::Instance"),
            parameter(template, "/owner"),
            gate,
            distribution));
    template
        .ofType("AWS::Scheduler::Schedule")
        .forEach(schedule -> assertInOrder(template, List.of(distribution, schedule.id())));
    assertInOrder(template, List.of(distribution, id(template, "AWS::SSM::Association")));
    assertThat(template.ofType("AWS::Scheduler::Schedule")).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("bothOrigins")
  void makesWhatTheInstanceNeedsAtItsFirstBootBeforeIt(Blueprint blueprint) {
    Template template = SynthesizedOnce.template(blueprint);
    String instance = id(template, "AWS::EC2::Instance");
    String log =
        template.ofType("AWS::Logs::LogGroup").stream()
            .filter(
                each -> each.properties().path("LogGroupName").asText().startsWith("/allinone/"))
            .map(Resource::id)
            .findFirst()
            .orElseThrow();

    for (String needed :
        List.of(
            id(template, "AWS::EC2::Volume"),
            id(template, "AWS::EC2::Route"),
            id(template, "AWS::EC2::SubnetRouteTableAssociation"),
            id(template, "AWS::IAM::InstanceProfile"),
            parameter(template, "/bundle"),
            log)) {
      assertInOrder(template, List.of(needed, instance));
    }
    assertInOrder(template, List.of(instance, id(template, "Custom::SpotCancellation")));
  }

  @Test
  void opensTheWayFromCloudFrontStepByStep() {
    Template template = SynthesizedOnce.template(SynthesizedOnce.harena());

    assertInOrder(
        template,
        List.of(
            id(template, "Custom::CloudFrontLeftovers"),
            id(template, "AWS::EC2::Instance"),
            id(template, "AWS::CloudFormation::WaitCondition"),
            id(template, "AWS::CloudFront::VpcOrigin"),
            id(template, "Custom::OriginGroup"),
            id(template, "AWS::EC2::SecurityGroupIngress"),
            id(template, "AWS::CloudFront::Distribution")));
  }

  @Test
  void givesTheInstanceItsAddressOnlyAfterTheGate() {
    Template template = SynthesizedOnce.template(SynthesizedOnce.harenaByAddress());

    assertInOrder(
        template,
        List.of(
            id(template, "AWS::CloudFormation::WaitCondition"),
            id(template, "AWS::EC2::EIPAssociation"),
            id(template, "AWS::CloudFront::Distribution")));
  }

  @ParameterizedTest
  @MethodSource("bothOrigins")
  void everyParameterHasADefault(Blueprint blueprint) {
    Template template = SynthesizedOnce.template(blueprint);

    assertThat(template.root().path("Parameters").properties())
        .allMatch(parameter -> parameter.getValue().has("Default"));
  }

  private static void assertInOrder(Template template, List<String> ids) {
    TemplateGraph graph = TemplateGraph.of(template);
    for (int i = 1; i < ids.size(); i++) {
      assertThat(graph.precedes(ids.get(i - 1), ids.get(i)))
          .as("%s is made before %s", ids.get(i - 1), ids.get(i))
          .isTrue();
    }
  }

  private static String id(Template template, String type) {
    return template.only(type).id();
  }

  private static String parameter(Template template, String end) {
    return template.ofType("AWS::SSM::Parameter").stream()
        .filter(each -> each.properties().path("Name").asText().endsWith(end))
        .map(Resource::id)
        .findFirst()
        .orElseThrow();
  }
}
