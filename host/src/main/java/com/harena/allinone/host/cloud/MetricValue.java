package com.harena.allinone.host.cloud;

import com.harena.allinone.metrics.CustomMetric;
import java.util.Objects;

/**
 * A value of a custom metric.
 *
 * @param metric which one, with the dimensions that the alarm reads
 * @param value the value in the metric's own unit; a truth is 0 or 1
 */
public record MetricValue(CustomMetric metric, double value) {
  /** Refuses what CloudWatch does not take. */
  public MetricValue {
    Objects.requireNonNull(metric, "metric");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "metric %s has the value %s: allowed is a finite number".formatted(metric.name(), value));
    }
  }

  /** The metric as a truth: 1 or 0. */
  public static MetricValue of(CustomMetric metric, boolean truth) {
    return new MetricValue(metric, truth ? 1 : 0);
  }
}
