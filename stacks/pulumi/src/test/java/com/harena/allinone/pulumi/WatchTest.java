package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.alarm.AlarmRule;
import com.harena.allinone.alarm.AlarmRules;
import com.harena.allinone.bundle.BundleCommand;
import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final String TOPIC = LogicalId.of("Notifications", "Topic", "Resource");
  private static final String TOPIC_ARN = "arn:aws:test:eu-west-3:123456789012:ref:" + TOPIC;
  private static final String SHA256 = "ab".repeat(32);

  private static Recording recording;

  @BeforeAll
  static void watch() {
    recording =
        EdgeProgram.part(
            Sample.blueprint(),
            stage -> {
              new Network(stage);
              new StandardAlarms(
                  stage,
                  EdgeProgram.known("i-1"),
                  EdgeProgram.known("harena-production-start"),
                  new Notifications(stage).topicArn());
              new MonthlyBudget(stage);
              new BundleAssociation(
                  stage, SHA256, EdgeProgram.known("i-1"), List.of(EdgeProgram.gate(stage)));
            });
  }

  private static List<Registered> alarms() {
    return recording.all().stream()
        .filter(resource -> resource.type().equals("aws:cloudwatch/metricAlarm:MetricAlarm"))
        .toList();
  }

  @Test
  void makesAnAlarmOfEveryRuleAndTellsTheTopic() {
    assertThat(alarms())
        .extracting(alarm -> alarm.text("name"))
        .containsExactlyInAnyOrderElementsOf(
            AlarmRules.standard().stream()
                .map(AlarmRule::id)
                .map(id -> "harena-production-" + id)
                .toList());
    assertThat(alarms())
        .allSatisfy(
            alarm ->
                assertThat(alarm.inputs())
                    .containsAllEntriesOf(
                        Map.of(
                            "alarmActions",
                            List.of(TOPIC_ARN),
                            "period",
                            300.0,
                            "treatMissingData",
                            "notBreaching"))
                    .doesNotContainKey("okActions"));
  }

  @Test
  void namesWhomAnAlarmIsAbout() {
    assertThat(recording.resource("AlarmsStatusCheck40DB56C6").inputs().get("dimensions"))
        .isEqualTo(Map.of("InstanceId", "i-1"));
    assertThat(recording.resource("AlarmsStartErrorsB62D57A0").inputs().get("dimensions"))
        .isEqualTo(Map.of("ScheduleGroup", "harena-production-start"));
    assertThat(recording.resource("AlarmsServingC38237BD").inputs())
        .containsAllEntriesOf(
            Map.of(
                "comparisonOperator",
                "LessThanThreshold",
                "threshold",
                1.0,
                "evaluationPeriods",
                4.0,
                "datapointsToAlarm",
                4.0,
                "statistic",
                "Maximum",
                "dimensions",
                Map.of(),
                "namespace",
                "Allinone/harena-production"));
  }

  @Test
  void letsAlarmsOfThisAccountPublishAndNobodyWithoutTls() {
    assertThat(recording.resource(TOPIC).text("displayName"))
        .isEqualTo("allinone harena-production");
    Registered policy =
        recording.resource(LogicalId.of("Notifications", "Topic", "Policy", "Resource"));
    assertThat(policy.text("arn")).isEqualTo(TOPIC_ARN);
    assertThat(policy.text("policy"))
        .contains(
            "\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}},"
                + "\"Principal\":{\"Service\":\"cloudwatch.amazonaws.com\"}",
            "\"Effect\":\"Deny\"",
            "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},\"Principal\":\"*\"");
    assertThat(
            recording
                .resource(LogicalId.of("Notifications", "Topic", "ops@example.org", "Resource"))
                .inputs())
        .isEqualTo(Map.of("topic", TOPIC_ARN, "protocol", "email", "endpoint", "ops@example.org"));
  }

  @Test
  void tellsAtThreePointsOfTheBudget() {
    Registered budget = recording.resource("MonthlyBudget");

    assertThat(budget.inputs())
        .containsAllEntriesOf(
            Map.of(
                "budgetType", "COST",
                "timeUnit", "MONTHLY",
                "limitAmount", "15",
                "limitUnit", "USD"));
    assertThat((List<?>) budget.inputs().get("notifications"))
        .map(notification -> ((Map<?, ?>) notification).get("notificationType"))
        .isEqualTo(List.of("ACTUAL", "ACTUAL", "FORECASTED"));
    assertThat((List<?>) budget.inputs().get("notifications"))
        .map(notification -> ((Map<?, ?>) notification).get("threshold"))
        .isEqualTo(List.of(80.0, 100.0, 100.0));
  }

  @Test
  void bringsTheBundleToTheInstanceAndDoesNotWait() {
    Registered association = recording.resource("BundleAssociation");

    assertThat(association.inputs())
        .isEqualTo(
            Map.of(
                "associationName",
                "allinone-host-bundle",
                "name",
                "AWS-RunShellScript",
                "parameters",
                Map.of("commands", BundleCommand.of(SHA256)),
                "targets",
                List.of(Map.of("key", "InstanceIds", "values", List.of("i-1")))));
    assertThat(association.madeAfter()).containsExactly(EdgeProgram.GATE);
  }
}
