package com.harena.allinone.pulumi;

import com.harena.allinone.alarm.AlarmRule;
import com.harena.allinone.alarm.AlarmRules;
import com.harena.allinone.machine.ResourceWord;
import com.harena.allinone.metrics.CustomMetrics;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One CloudWatch alarm for each rule of the core, told when it goes off and not when it ends. */
final class StandardAlarms {
  private final Stage stage;
  private final Output<String> instanceId;
  private final Output<String> startGroup;

  /**
   * Makes the alarms.
   *
   * @param instanceId the instance
   * @param startGroup name of the schedule group that starts it
   * @param topicArn topic that is told
   */
  StandardAlarms(
      Stage stage, Output<String> instanceId, Output<String> startGroup, Output<String> topicArn) {
    this.stage = stage;
    this.instanceId = instanceId;
    this.startGroup = startGroup;
    AlarmRules.standard().forEach(rule -> alarm(rule, topicArn));
  }

  private void alarm(AlarmRule rule, Output<String> topicArn) {
    new MetricAlarm(
        LogicalId.of("Alarms", ResourceWord.of(rule.id())),
        MetricAlarmArgs.builder()
            .name(stage.blueprint().deployment() + "-" + rule.id())
            .alarmDescription(rule.reason())
            .namespace(rule.source().namespace(CustomMetrics.namespace(stage.blueprint())))
            .metricName(rule.metricName())
            .dimensions(dimensions(rule))
            .statistic(rule.statistic().toString())
            .comparisonOperator(rule.comparison().toString())
            .threshold(rule.threshold())
            .period(Math.toIntExact(AlarmRule.PERIOD.toSeconds()))
            .evaluationPeriods(rule.periods())
            .datapointsToAlarm(rule.periods())
            .treatMissingData(AlarmRule.MISSING_DATA)
            .alarmActions(topicArn.applyValue(List::of))
            .build(),
        stage.options().build());
  }

  private Output<Map<String, String>> dimensions(AlarmRule rule) {
    Optional<String> name = rule.source().dimension();
    if (name.isEmpty()) {
      return Output.of(rule.dimensions());
    }
    Output<String> named =
        switch (rule.source()) {
          case INSTANCE -> instanceId;
          case START_SCHEDULES -> startGroup;
          case DEPLOYMENT ->
              throw new IllegalStateException(
                  "alarm %s: a deployment's metric names nobody".formatted(rule.id()));
        };
    return named.applyValue(
        value -> {
          Map<String, String> dimensions = new LinkedHashMap<>(rule.dimensions());
          dimensions.put(name.get(), value);
          return dimensions;
        });
  }
}
