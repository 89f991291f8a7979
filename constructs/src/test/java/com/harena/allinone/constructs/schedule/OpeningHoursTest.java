package com.harena.allinone.constructs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.blueprint.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.ec2.CfnInstance;

class OpeningHoursTest {
  private static final String SCHEDULE = "AWS::Scheduler::Schedule";
  private static final Hours OFFICE =
      new Hours(
          ZoneId.of("Europe/Paris"),
          List.of(DayOfWeek.values()).subList(0, 5),
          LocalTime.of(8, 0),
          LocalTime.of(22, 0));

  private static Template template;
  private static Template alwaysOpen;

  @BeforeAll
  static void synthesize() {
    template = synthesize(Optional.of(OFFICE));
    alwaysOpen = synthesize(Optional.empty());
  }

  private static Template synthesize(Optional<Hours> hours) {
    Stack stack = new Stack(new App(), "Stack");
    CfnInstance instance = new CfnInstance(stack, "Instance");
    new OpeningHours(stack, "Hours", props(instance, "harena-production").hours(hours).build());
    return Template.fromStack(stack);
  }

  private static OpeningHoursProps.Builder props(CfnInstance instance, String deployment) {
    return OpeningHoursProps.builder()
        .deployment(deployment)
        .instance(instance)
        .metricNamespace("Allinone/harena-production");
  }

  @Test
  void startsInOpenHoursAndStopsInClosedOnesByTheLocalClock() {
    template.resourceCountIs(SCHEDULE, 4);
    template.allResourcesProperties(
        SCHEDULE,
        Map.of(
            "ScheduleExpressionTimezone",
            "Europe/Paris",
            "FlexibleTimeWindow",
            Map.of("Mode", "OFF"),
            "StartDate",
            Match.absent(),
            "Target",
            Map.of(
                "RetryPolicy", Map.of("MaximumRetryAttempts", 0, "MaximumEventAgeInSeconds", 60))));
    template.hasResourceProperties(
        SCHEDULE,
        Map.of(
            "ScheduleExpression",
            "cron(0/5 8-21 ? * MON-FRI *)",
            "Description",
            Match.stringLikeRegexp("^Starts the instance .*Europe/Paris"),
            "Target",
            Map.of(
                "Arn", "arn:aws:scheduler:::aws-sdk:ec2:startInstances", "Input", instanceIds())));
    template.hasResourceProperties(
        SCHEDULE,
        Map.of(
            "ScheduleExpression",
            "cron(0/5 * ? * SUN,SAT *)",
            "Target",
            Map.of(
                "Arn", "arn:aws:scheduler:::aws-sdk:ec2:stopInstances", "Input", instanceIds())));
  }

  private static Map<String, Object> instanceIds() {
    return Map.of(
        "Fn::Join",
        List.of("", List.of("{\"InstanceIds\":[\"", Map.of("Ref", "Instance"), "\"]}")));
  }

  @Test
  void defect11NoTargetIsAnInstance() {
    assertThat(template.findResources(SCHEDULE).toString()).doesNotContain(":instance/");
    template.resourceCountIs("AWS::Events::Rule", 0);
  }

  @Test
  void publishesTheZeroOfServingInTheGroupThatStarts() {
    template.hasResourceProperties(
        SCHEDULE,
        Map.of(
            "GroupName",
            Map.of("Ref", Match.stringLikeRegexp("^HoursStarts")),
            "Target",
            Map.of(
                "Arn",
                "arn:aws:scheduler:::aws-sdk:cloudwatch:putMetricData",
                "Input",
                "{\"Namespace\":\"Allinone/harena-production\",\"MetricData\":"
                    + "[{\"MetricName\":\"Serving\",\"Value\":0}]}")));
    template.hasResourceProperties(
        "AWS::Scheduler::ScheduleGroup", Map.of("Name", "harena-production-start"));
    template.hasResourceProperties(
        "AWS::Scheduler::ScheduleGroup", Map.of("Name", "harena-production-stop"));
  }

  @Test
  void mayTouchTaggedInstancesAndOneNamespaceForItsOwnSchedulesOnly() {
    template.hasResourceProperties(
        "AWS::IAM::Role",
        Map.of(
            "Policies",
            List.of(
                Match.objectLike(
                    Map.of(
                        "PolicyDocument",
                        Map.of(
                            "Statement",
                            List.of(
                                Match.objectLike(
                                    Map.of(
                                        "Action",
                                        List.of("ec2:StartInstances", "ec2:StopInstances"),
                                        "Condition",
                                        equal(
                                            "aws:ResourceTag/allinone:deployment",
                                            "harena-production"))),
                                Match.objectLike(
                                    Map.of(
                                        "Action",
                                        "cloudwatch:PutMetricData",
                                        "Condition",
                                        equal(
                                            "cloudwatch:namespace",
                                            "Allinone/harena-production")))))))),
            "AssumeRolePolicyDocument",
            Map.of(
                "Statement",
                List.of(
                    Match.objectLike(
                        Map.of(
                            "Principal",
                            Map.of("Service", "scheduler.amazonaws.com"),
                            "Condition",
                            Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Map.of("Ref", "AWS::AccountId")),
                                "ArnEquals",
                                Map.of(
                                    "aws:SourceArn",
                                    List.of(
                                        groupArn("HoursStarts"), groupArn("HoursStops"))))))))));
  }

  private static Map<String, Object> equal(String key, String value) {
    return Map.of("StringEquals", Map.of(key, value));
  }

  private static Map<String, Object> groupArn(String id) {
    return Map.of("Fn::GetAtt", List.of(Match.stringLikeRegexp("^" + id), "Arn"));
  }

  @Test
  void withoutHoursNothingIsStartedOrStopped() {
    alwaysOpen.resourceCountIs(SCHEDULE, 1);
    alwaysOpen.resourceCountIs("AWS::Scheduler::ScheduleGroup", 1);
    alwaysOpen.hasResourceProperties(
        SCHEDULE,
        Map.of(
            "ScheduleExpression",
            "cron(0/5 * * * ? *)",
            "ScheduleExpressionTimezone",
            "UTC",
            "Target",
            Map.of("Arn", "arn:aws:scheduler:::aws-sdk:cloudwatch:putMetricData")));
    assertThat(alwaysOpen.toJSON().toString()).doesNotContain("ec2:");
  }

  @Test
  void refusesADeploymentWhoseGroupsWouldHaveTooLongNames() {
    CfnInstance instance = new CfnInstance(new Stack(new App(), "Stack"), "Instance");
    assertThatThrownBy(() -> props(instance, "x".repeat(59)).build())
        .hasMessageContaining("59 characters");
    assertThat(props(instance, "x".repeat(58)).build().hours()).isEmpty();
  }
}
