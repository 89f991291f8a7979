package com.harena.allinone.metrics;

import java.util.Map;

/**
 * A custom metric: each is billed, beyond the ten that an account has free.
 *
 * @param name its name in the deployment's namespace
 * @param dimensions its dimensions, at most one here; none names the instance
 */
public record CustomMetric(String name, Map<String, String> dimensions) {
  /** Copies the dimensions. */
  public CustomMetric {
    dimensions = Map.copyOf(dimensions);
  }
}
