package com.harena.allinone.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.metrics.CustomMetric;
import com.harena.allinone.metrics.CustomMetrics;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlarmRulesTest {
  /** Alarm metrics that an account has free of charge. */
  private static final int FREE = 10;

  @Test
  void staysWithinTheFreeAlarmMetricsAndCustomMetrics() {
    assertThat(AlarmRules.standard()).hasSizeLessThanOrEqualTo(FREE);
    assertThat(CustomMetrics.all()).hasSizeLessThanOrEqualTo(CustomMetrics.FREE);
  }

  @Test
  void readsMetricsThatSomebodyPublishes() {
    assertThat(AlarmRules.standard())
        .filteredOn(rule -> rule.source() == MetricSource.DEPLOYMENT)
        .allMatch(
            rule ->
                CustomMetrics.all()
                    .contains(new CustomMetric(rule.metricName(), rule.dimensions())));
    assertThat(AlarmRules.standard())
        .filteredOn(rule -> rule.source() != MetricSource.DEPLOYMENT)
        .extracting(AlarmRule::metricName)
        .containsExactly("TargetErrorCount", "StatusCheckFailed", "CPUCreditBalance");
  }

  @Test
  void countsTargetErrorsOfTheStartSchedulesOnly() {
    assertThat(MetricSource.values())
        .extracting(source -> source.namespace("Allinone/harena-production"))
        .containsExactly("Allinone/harena-production", "AWS/EC2", "AWS/Scheduler");
    assertThat(MetricSource.START_SCHEDULES.dimension()).contains("ScheduleGroup");
    assertThat(MetricSource.INSTANCE.dimension()).contains("InstanceId");
  }

  @Test
  void servingPagesAfterTwentyMinutesBelowOne() {
    AlarmRule serving = AlarmRules.standard().get(0);
    assertThat(serving.id()).isEqualTo("serving");
    assertThat(serving.statistic()).hasToString("Maximum");
    assertThat(serving.comparison()).hasToString("LessThanThreshold");
    assertThat(serving.threshold()).isEqualTo(1);
    assertThat(serving.periods()).isEqualTo(4);
    assertThat(serving.window()).isEqualTo(Duration.ofMinutes(20));
    assertThat(AlarmRule.MISSING_DATA).isEqualTo("notBreaching");
  }

  @Test
  void everyRuleHasItsOwnNameAndAReasonThatCloudWatchTakes() {
    assertThat(AlarmRules.standard()).extracting(AlarmRule::id).doesNotHaveDuplicates();
    assertThat(AlarmRules.standard())
        .allMatch(rule -> rule.reason().length() > 60 && rule.reason().length() <= 1024);
  }

  @Test
  void refusesAnIdOrWindowThatCloudWatchWouldNotTake() {
    assertThatThrownBy(() -> rule("Not OK", 1)).hasMessageContaining("'Not OK'");
    assertThatThrownBy(() -> rule("long", 289)).hasMessageContaining("289 periods");
    assertThatThrownBy(() -> rule("none", 0)).hasMessageContaining("0 periods");
  }

  private static AlarmRule rule(String id, int periods) {
    return new AlarmRule(
        id,
        MetricSource.INSTANCE,
        "StatusCheckFailed",
        new TreeMap<>(),
        Statistic.MAXIMUM,
        Comparison.AT_LEAST,
        1,
        periods,
        "a reason");
  }
}
