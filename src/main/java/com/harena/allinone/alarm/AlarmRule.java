package com.harena.allinone.alarm;

import com.harena.allinone.metrics.CustomMetric;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When one metric is worth a page: every one of {@code periods} periods of five minutes breaches.
 *
 * <p>Each rule reads one metric, never an expression: CloudWatch bills the alarm for every metric
 * of an expression. Missing data never breaches: a stopped instance publishes nothing.
 *
 * @param id short name, unique within a deployment, such as {@code serving}
 * @param source who publishes the metric
 * @param metricName its name in CloudWatch
 * @param dimensions its dimensions beside the one of the source
 * @param statistic how values of a period become one
 * @param comparison which side of the threshold breaches
 * @param threshold value compared with, in the metric's unit
 * @param periods periods in a row that must breach
 * @param reason what the page means, why this window, and what to look at; the alarm's description
 */
public record AlarmRule(
    String id,
    MetricSource source,
    String metricName,
    SortedMap<String, String> dimensions,
    Statistic statistic,
    Comparison comparison,
    double threshold,
    int periods,
    String reason) {
  /** The period of every rule: that of EC2's basic monitoring and of the schedules' ticks. */
  public static final Duration PERIOD = Duration.ofMinutes(5);

  /** CloudWatch's word for: missing data never breaches. */
  public static final String MISSING_DATA = "notBreaching";

  /** CloudWatch evaluates at most a day. */
  private static final int MOST_PERIODS = (int) Duration.ofDays(1).dividedBy(PERIOD);

  /** Copies the dimensions. */
  public AlarmRule {
    Objects.requireNonNull(reason, "reason");
    dimensions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    if (!id.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException(
          "alarm id '%s': give lower-case words joined by hyphens, such as backup-overdue"
              .formatted(id));
    }
    if (periods < 1 || periods > MOST_PERIODS) {
      throw new IllegalArgumentException(
          "alarm %s has %d periods: allowed are 1 to %d, CloudWatch looks back one day at most"
              .formatted(id, periods, MOST_PERIODS));
    }
  }

  /** Time for which the metric must breach before anybody is told. */
  public Duration window() {
    return PERIOD.multipliedBy(periods);
  }

  /** A rule on a metric that the deployment publishes itself. */
  static Builder on(String id, CustomMetric metric) {
    return new Builder(id, MetricSource.DEPLOYMENT, metric.name(), metric.dimensions());
  }

  /** A rule on a metric that AWS publishes. */
  static Builder on(String id, MetricSource source, String metricName) {
    return new Builder(id, source, metricName, Map.of());
  }

  /** Builds an {@link AlarmRule}. */
  static final class Builder {
    private final String id;
    private final MetricSource source;
    private final String metricName;
    private final Map<String, String> dimensions;
    private Statistic statistic;
    private Comparison comparison;
    private double threshold;
    private int periods;

    private Builder(
        String id, MetricSource source, String metricName, Map<String, String> dimensions) {
      this.id = id;
      this.source = source;
      this.metricName = metricName;
      this.dimensions = dimensions;
    }

    Builder when(Statistic value, Comparison side, double limit) {
      statistic = value;
      comparison = side;
      threshold = limit;
      return this;
    }

    Builder forMinutes(int minutes) {
      periods = (int) Duration.ofMinutes(minutes).dividedBy(PERIOD);
      return this;
    }

    AlarmRule because(String reason) {
      return new AlarmRule(
          id,
          source,
          metricName,
          new TreeMap<>(dimensions),
          statistic,
          comparison,
          threshold,
          periods,
          reason);
    }
  }
}
