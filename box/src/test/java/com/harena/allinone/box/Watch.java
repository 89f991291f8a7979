package com.harena.allinone.box;

import com.harena.allinone.alarm.AlarmRule;
import com.harena.allinone.alarm.Statistic;
import com.harena.allinone.metrics.CustomMetric;
import com.harena.allinone.metrics.CustomMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** CloudWatch, read as the alarms read it. */
final class Watch {
  private final CloudWatchClient watch;
  private final String namespace;

  /** Reads the metrics of a world's deployment. */
  Watch(World world) {
    watch = world.aws().clients().of(CloudWatchClient.builder());
    namespace = CustomMetrics.namespace(world.deployment().blueprint());
  }

  /**
   * A moment that begins now: what was put before it is never read from it on. The call carries
   * whole seconds, so it is the next one, and that is waited for.
   */
  static Instant moment() {
    Instant next = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    Awaiting.pause(Duration.between(Instant.now(), next).plusMillis(1));
    return next;
  }

  /** What the alarm's statistic says of its metric from a moment on; empty without any value. */
  Optional<Double> read(AlarmRule rule, Instant since) {
    return read(new CustomMetric(rule.metricName(), rule.dimensions()), rule.statistic(), since);
  }

  /** Whether what came from a moment on breaches the alarm's threshold. */
  boolean breaches(AlarmRule rule, Instant since) {
    return read(rule, since)
        .filter(value -> rule.comparison().breaches(value, rule.threshold()))
        .isPresent();
  }

  /** A statistic of one period of an alarm from a moment on. */
  Optional<Double> read(CustomMetric metric, Statistic statistic, Instant since) {
    List<Datapoint> points =
        watch
            .getMetricStatistics(
                call ->
                    call.namespace(namespace)
                        .metricName(metric.name())
                        .dimensions(dimensions(metric))
                        .statisticsWithStrings(statistic.toString())
                        .period((int) AlarmRule.PERIOD.toSeconds())
                        .startTime(since)
                        .endTime(since.plus(AlarmRule.PERIOD)))
            .datapoints();
    return points.stream().map(value(statistic)).findFirst();
  }

  private static Function<Datapoint, Double> value(Statistic statistic) {
    return switch (statistic) {
      case AVERAGE -> Datapoint::average;
      case MAXIMUM -> Datapoint::maximum;
      case MINIMUM -> Datapoint::minimum;
      case SUM -> Datapoint::sum;
    };
  }

  /** Puts a value, as whoever else feeds the metric does. */
  void put(CustomMetric metric, double value) {
    MetricDatum datum =
        MetricDatum.builder()
            .metricName(metric.name())
            .dimensions(dimensions(metric))
            .value(value)
            .build();
    watch.putMetricData(call -> call.namespace(namespace).metricData(datum));
  }

  private static List<Dimension> dimensions(CustomMetric metric) {
    return metric.dimensions().entrySet().stream()
        .map(
            dimension ->
                Dimension.builder().name(dimension.getKey()).value(dimension.getValue()).build())
        .toList();
  }
}
