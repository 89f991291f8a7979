package com.harena.allinone.constructs.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.alarm.AlarmRule;
import com.harena.allinone.alarm.AlarmRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.ec2.CfnInstance;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;

class StandardAlarmsTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";
  private static Template template;

  @BeforeAll
  static void synthesize() {
    Stack stack = new Stack(new App(), "Stack");
    Notifications notifications =
        new Notifications(
            stack, "Notifications", new NotificationsProps("harena", "ops@example.org"));
    new StandardAlarms(
        stack,
        "Alarms",
        StandardAlarmsProps.builder()
            .deployment("harena-production")
            .metricNamespace("Allinone/harena-production")
            .instance(new CfnInstance(stack, "Instance"))
            .startSchedules(new CfnScheduleGroup(stack, "Starts"))
            .topic(notifications.topic())
            .build());
    template = Template.fromStack(stack);
  }

  @Test
  void makesOneAlarmForEachStandardRule() {
    template.resourceCountIs(ALARM, AlarmRules.standard().size());
    for (AlarmRule rule : AlarmRules.standard()) {
      template.hasResourceProperties(
          ALARM,
          Map.of(
              "AlarmName",
              "harena-production-" + rule.id(),
              "AlarmDescription",
              rule.reason(),
              "MetricName",
              rule.metricName(),
              "Period",
              300,
              "EvaluationPeriods",
              rule.periods(),
              "TreatMissingData",
              "notBreaching",
              "AlarmActions",
              List.of(Map.of("Ref", Match.anyValue()))));
    }
  }

  @Test
  void neverComputesFromSeveralMetricsAndNeverTellsThatAnAlarmEnded() {
    template.allResourcesProperties(
        ALARM,
        Map.of(
            "Metrics",
            Match.absent(),
            "OKActions",
            Match.absent(),
            "InsufficientDataActions",
            Match.absent()));
  }

  @Test
  void followsTheInstanceTheStartGroupAndThePath() {
    template.hasResourceProperties(
        ALARM,
        Map.of(
            "Namespace",
            "AWS/EC2",
            "MetricName",
            "CPUCreditBalance",
            "Dimensions",
            List.of(Map.of("Name", "InstanceId", "Value", Map.of("Ref", "Instance")))));
    template.hasResourceProperties(
        ALARM,
        Map.of(
            "Namespace",
            "AWS/Scheduler",
            "MetricName",
            "TargetErrorCount",
            "Dimensions",
            List.of(Map.of("Name", "ScheduleGroup", "Value", Map.of("Ref", "Starts")))));
    template.hasResourceProperties(
        ALARM,
        Map.of(
            "Namespace",
            "Allinone/harena-production",
            "MetricName",
            "disk_used_percent",
            "Dimensions",
            List.of(Map.of("Name", "path", "Value", "/data"))));
    template.hasResourceProperties(
        ALARM,
        Map.of(
            "MetricName",
            "Serving",
            "Statistic",
            "Maximum",
            "ComparisonOperator",
            "LessThanThreshold",
            "Threshold",
            1,
            "DatapointsToAlarm",
            4));
  }

  @Test
  void mailsTheAddressWhatAlarmsOfThisAccountPublishOverTls() {
    template.hasResourceProperties(
        "AWS::SNS::Subscription", Map.of("Protocol", "email", "Endpoint", "ops@example.org"));
    template.hasResourceProperties("AWS::SNS::Topic", Map.of("DisplayName", "harena"));
    template.hasResourceProperties(
        "AWS::SNS::TopicPolicy",
        Map.of(
            "PolicyDocument",
            Map.of(
                "Statement",
                Match.arrayWith(
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "Effect",
                                "Deny",
                                "Condition",
                                Map.of("Bool", Map.of("aws:SecureTransport", "false")))),
                        Match.objectLike(
                            Map.of(
                                "Effect",
                                "Allow",
                                "Action",
                                "sns:Publish",
                                "Principal",
                                Map.of("Service", "cloudwatch.amazonaws.com"),
                                "Condition",
                                Map.of(
                                    "StringEquals",
                                    Map.of(
                                        "aws:SourceAccount",
                                        Map.of("Ref", "AWS::AccountId"))))))))));
  }

  @Test
  void refusesANameThatSnsWouldNotTake() {
    assertThatThrownBy(() -> new NotificationsProps(" ", "ops@example.org"))
        .hasMessageContaining("' '");
    assertThat(new NotificationsProps("x".repeat(100), "ops@example.org").displayName())
        .hasSize(100);
  }
}
