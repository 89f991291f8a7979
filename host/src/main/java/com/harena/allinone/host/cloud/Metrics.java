package com.harena.allinone.host.cloud;

import java.util.List;

/** CloudWatch, for the custom metrics of one deployment: its namespace is the adapter's. */
public interface Metrics {
  /**
   * Writes the values, all in one call, at the time of the call.
   *
   * @throws CloudFailure if AWS does not take them
   */
  void put(List<MetricValue> values);

  /** Writes one value. */
  default void put(MetricValue value) {
    put(List.of(value));
  }
}
