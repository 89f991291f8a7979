package com.harena.allinone.metrics;

import java.util.List;

/** Who publishes which of the deployment's own metrics: an alarm without one never fires. */
public enum MetricFeeder {
  /**
   * The unit {@code allinone-metrics}, every two minutes while the services are up; a drill or the
   * copy of a backup, which it gives way to, publishes the same as often.
   */
  METRICS_UNIT,
  /** The CloudWatch agent, every minute while the instance runs. */
  AGENT,
  /** The unit {@code allinone-interruption}, when Spot announces an interruption. */
  INTERRUPTION_UNIT,
  /** EventBridge Scheduler, in open hours, whether the instance runs or not. */
  SCHEDULER;

  /** What it publishes. */
  public List<CustomMetric> metrics() {
    return switch (this) {
      case METRICS_UNIT ->
          List.of(CustomMetrics.SERVING, CustomMetrics.BACKUP_OVERDUE, CustomMetrics.DRILL_FAILED);
      case AGENT ->
          List.of(
              CustomMetrics.MEMORY_USED,
              CustomMetrics.SWAP_USED,
              CustomMetrics.ROOT_USED,
              CustomMetrics.DATA_USED);
      case INTERRUPTION_UNIT -> List.of(CustomMetrics.SPOT_INTERRUPTED);
      case SCHEDULER -> List.of(CustomMetrics.SERVING);
    };
  }
}
