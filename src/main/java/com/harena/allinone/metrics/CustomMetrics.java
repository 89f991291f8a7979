package com.harena.allinone.metrics;

import com.harena.allinone.alarm.CustomMetric;
import com.harena.allinone.blueprint.Blueprint;
import java.util.List;

/** All custom metrics of a deployment, whoever publishes them, and how many are free. */
public final class CustomMetrics {
  /** Custom metrics that an account has free of charge. */
  public static final int FREE = 10;

  private CustomMetrics() {}

  /** All of them. */
  public static List<CustomMetric> all() {
    return List.of(CustomMetric.values());
  }

  /** The namespace of a deployment's metrics, such as {@code Allinone/harena-production}. */
  public static String namespace(Blueprint blueprint) {
    return CustomMetric.namespace(blueprint.deployment());
  }
}
