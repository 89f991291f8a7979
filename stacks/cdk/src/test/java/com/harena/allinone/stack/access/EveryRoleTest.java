package com.harena.allinone.stack.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.stack.graph.Resource;
import com.harena.allinone.stack.graph.Template;
import com.harena.allinone.stack.testing.SynthesizedOnce;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryRoleTest {
  private static final String INSTANCE =
      "arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0";
  private static final String REQUEST =
      "arn:aws:ec2:eu-west-1:123456789012:spot-instances-request/sir-0123";
  private static final String TAG = "aws:ResourceTag/allinone:deployment";

  static Stream<Blueprint> bothOrigins() {
    return Stream.of(SynthesizedOnce.harena(), SynthesizedOnce.harenaByAddress());
  }

  private static List<RolePolicies> roles(Template template) {
    return template.ofType("AWS::IAM::Role").stream()
        .map(role -> RolePolicies.of(template, role.id()))
        .toList();
  }

  private static RolePolicies role(String idPart) {
    Template template = SynthesizedOnce.template(SynthesizedOnce.harena());
    return template.ofType("AWS::IAM::Role").stream()
        .filter(role -> role.id().contains(idPart))
        .map(role -> RolePolicies.of(template, role.id()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("bothOrigins")
  void noPermissionIsWiderThanAwsRequires(Blueprint blueprint) {
    assertThat(
            roles(SynthesizedOnce.template(blueprint)).stream()
                .flatMap(role -> UnrestrictableActions.faults(role).stream()))
        .isEmpty();
  }

  @Test
  void theListOfUnrestrictableActionsHasNoneThatIsNotUsed() {
    Set<String> used = new TreeSet<>();
    bothOrigins()
        .flatMap(blueprint -> roles(SynthesizedOnce.template(blueprint)).stream())
        .flatMap(role -> role.statements().stream())
        .forEach(statement -> used.addAll(statement.actions()));

    assertThat(used).containsAll(UnrestrictableActions.all());
  }

  @ParameterizedTest
  @MethodSource("bothOrigins")
  void everyRoleIsTakenByOneServiceOnly(Blueprint blueprint) {
    for (Resource role : SynthesizedOnce.template(blueprint).ofType("AWS::IAM::Role")) {
      JsonNode trust = role.properties().at("/AssumeRolePolicyDocument/Statement");
      assertThat(trust).as(role.id()).hasSize(1);
      assertThat(trust.get(0).at("/Principal/Service").asText())
          .as(role.id())
          .isIn("lambda.amazonaws.com", "scheduler.amazonaws.com", "ec2.amazonaws.com");
    }
  }

  @Test
  void theSchedulerStartsAndStopsOwnInstancesAndPublishesIntoOneNamespace() {
    RolePolicies role = role("OpeningHours");
    for (String action : List.of("ec2:StartInstances", "ec2:StopInstances")) {
      assertThat(role.allows(Request.of(action, INSTANCE))).isFalse();
      assertThat(role.allows(Request.of(action, INSTANCE).with(TAG, "other"))).isFalse();
      assertThat(role.allows(Request.of(action, INSTANCE).with(TAG, "harena-production"))).isTrue();
    }
    Request terminate = Request.of("ec2:TerminateInstances", INSTANCE);
    assertThat(role.allows(terminate.with(TAG, "harena-production"))).isFalse();
    Request metric = Request.of("cloudwatch:PutMetricData", "*");
    assertThat(role.allows(metric.with("cloudwatch:namespace", "Allinone/harena-production")))
        .isTrue();
    assertThat(role.allows(metric.with("cloudwatch:namespace", "AWS/EC2"))).isFalse();
  }

  @Test
  void theSweeperCancelsOwnRequestsAndTerminatesWhatHasOurProfile() {
    RolePolicies role = role("SpotSweeper");
    Request cancel = Request.of("ec2:CancelSpotInstanceRequests", REQUEST);
    Request terminate = Request.of("ec2:TerminateInstances", INSTANCE);
    Template template = SynthesizedOnce.template(SynthesizedOnce.harena());
    String profile =
        "arn:aws:iam::123456789012:instance-profile/"
            + new SampleAccount(template).nameOf(template.only("AWS::IAM::InstanceProfile"));

    assertThat(role.allows(cancel)).isFalse();
    assertThat(role.allows(cancel.with(TAG, "harena-staging"))).isFalse();
    assertThat(role.allows(cancel.with(TAG, "harena-production"))).isTrue();
    assertThat(role.allows(terminate)).isFalse();
    assertThat(role.allows(terminate.with("ec2:InstanceProfile", profile + "x"))).isFalse();
    assertThat(role.allows(terminate.with("ec2:InstanceProfile", profile))).isTrue();
    assertThat(role("SpotCancellation").allows(cancel.with(TAG, "harena-production"))).isTrue();
    assertThat(role("SpotCancellation").allows(terminate.with("ec2:InstanceProfile", profile)))
        .isFalse();
  }

  @Test
  void theCleanUpDeletesOnlyCloudFrontsGroupOfThisVpc() {
    RolePolicies role = role("CloudFrontLeftovers");
    Template template = SynthesizedOnce.template(SynthesizedOnce.harena());
    String vpc =
        "arn:aws:ec2:eu-west-1:123456789012:vpc/"
            + new SampleAccount(template).nameOf(template.only("AWS::EC2::VPC"));
    Request delete =
        Request.of(
            "ec2:DeleteSecurityGroup",
            "arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123456789abcdef0");

    assertThat(role.allows(delete.with("ec2:Vpc", vpc))).isFalse();
    assertThat(role.allows(delete.with("aws:ResourceTag/aws.cloudfront.vpcorigin", "enabled")))
        .isFalse();
    assertThat(
            role.allows(
                delete
                    .with("ec2:Vpc", vpc)
                    .with("aws:ResourceTag/aws.cloudfront.vpcorigin", "enabled")))
        .isTrue();
  }

  @Test
  void theCopierAddsItsTwoFilesAndDeletesNothing() {
    RolePolicies role = role("AssetCopier");
    assertThat(role.statements().stream().flatMap(each -> each.actions().stream()))
        .containsOnly("logs:CreateLogStream", "logs:PutLogEvents", "s3:GetObject", "s3:PutObject");
    assertThat(
            role.statements().stream()
                .filter(each -> each.actions().contains("s3:PutObject"))
                .flatMap(each -> each.resources().stream()))
        .hasSize(2)
        .noneMatch(resource -> resource.contains("*"));
  }
}
