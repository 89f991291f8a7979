package com.harena.allinone.constructs.alarm;

import com.harena.allinone.alarm.AlarmRule;
import com.harena.allinone.machine.ResourceWord;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.constructs.Construct;

/**
 * One CloudWatch alarm for each rule, told when it goes off and not when it ends: an instance that
 * stops at closing time ends every alarm, which says nothing.
 */
public final class StandardAlarms extends Construct {
  /** Makes the alarms. */
  public StandardAlarms(Construct scope, String id, StandardAlarmsProps props) {
    super(scope, id);
    props.rules().forEach(rule -> alarm(rule, props));
  }

  private void alarm(AlarmRule rule, StandardAlarmsProps props) {
    CfnAlarm.Builder.create(this, ResourceWord.of(rule.id()))
        .alarmName(props.deployment() + "-" + rule.id())
        .alarmDescription(rule.reason())
        .namespace(rule.source().namespace(props.metricNamespace()))
        .metricName(rule.metricName())
        .dimensions(dimensions(rule, props))
        .statistic(rule.statistic().toString())
        .comparisonOperator(rule.comparison().toString())
        .threshold(rule.threshold())
        .period(AlarmRule.PERIOD.toSeconds())
        .evaluationPeriods(rule.periods())
        .datapointsToAlarm(rule.periods())
        .treatMissingData(AlarmRule.MISSING_DATA)
        .alarmActions(List.of(props.topic().getTopicArn()))
        .build();
  }

  private static List<CfnAlarm.DimensionProperty> dimensions(
      AlarmRule rule, StandardAlarmsProps props) {
    List<CfnAlarm.DimensionProperty> dimensions = new ArrayList<>();
    rule.source()
        .dimension()
        .ifPresent(
            name ->
                dimensions.add(
                    dimension(
                        name,
                        switch (rule.source()) {
                          case INSTANCE -> props.instance().getRef();
                          case START_SCHEDULES -> props.startSchedules().getRef();
                          case DEPLOYMENT ->
                              throw new IllegalArgumentException(
                                  "alarm %s: a deployment's metric names nobody"
                                      .formatted(rule.id()));
                        })));
    rule.dimensions().forEach((name, value) -> dimensions.add(dimension(name, value)));
    return dimensions;
  }

  private static CfnAlarm.DimensionProperty dimension(String name, String value) {
    return CfnAlarm.DimensionProperty.builder().name(name).value(value).build();
  }
}
