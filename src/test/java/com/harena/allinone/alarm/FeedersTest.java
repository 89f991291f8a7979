package com.harena.allinone.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.metrics.AgentConfiguration;
import com.harena.allinone.metrics.CustomMetric;
import com.harena.allinone.metrics.CustomMetrics;
import com.harena.allinone.metrics.MetricFeeder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An alarm that nothing feeds is worse than none. */
class FeedersTest {
  @Test
  void everyAlarmOfADeploymentsOwnMetricHasAFeeder() {
    List<CustomMetric> fed =
        Arrays.stream(MetricFeeder.values()).flatMap(feeder -> feeder.metrics().stream()).toList();

    assertThat(
            AlarmRules.standard().stream()
                .filter(rule -> rule.source() == MetricSource.DEPLOYMENT)
                .map(rule -> new CustomMetric(rule.metricName(), rule.dimensions())))
        .isNotEmpty()
        .allSatisfy(metric -> assertThat(fed).contains(metric));
  }

  @Test
  void everyCustomMetricHasAFeeder() {
    assertThat(CustomMetrics.all())
        .hasSizeLessThanOrEqualTo(CustomMetrics.FREE)
        .allSatisfy(
            metric ->
                assertThat(MetricFeeder.values())
                    .anyMatch(feeder -> feeder.metrics().contains(metric)));
  }

  @Test
  void theAgentPublishesWhatItIsSaidToFeed() {
    String json =
        AgentConfiguration.of(
                BlueprintLoader.load(
                    Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml")))
            .json();

    assertThat(MetricFeeder.AGENT.metrics())
        .hasSize(4)
        .allSatisfy(
            metric -> {
              String measured = metric.name().substring(0, metric.name().indexOf('_'));
              assertThat(json).contains("\"" + measured + "\"");
              metric.dimensions().values().forEach(path -> assertThat(json).contains(path));
            });
  }
}
