package com.harena.allinone.metrics;

import com.harena.allinone.blueprint.Blueprint;
import java.util.List;
import java.util.Map;

/** All custom metrics of a deployment, whoever publishes them. */
public final class CustomMetrics {
  /** Custom metrics that an account has free of charge. */
  public static final int FREE = 10;

  /** 1 by the host while the services serve, 0 by the scheduler in open hours. */
  public static final CustomMetric SERVING = new CustomMetric("Serving", Map.of());

  /** 1 when the last due run of the backup failed. */
  public static final CustomMetric BACKUP_OVERDUE = new CustomMetric("BackupOverdue", Map.of());

  /**
   * 1 each time that Spot announced an interruption; no alarm reads it: the next start mends it.
   */
  public static final CustomMetric SPOT_INTERRUPTED = new CustomMetric("SpotInterrupted", Map.of());

  /** 1 when the last weekly drill failed: the backups could not be restored. */
  public static final CustomMetric DRILL_FAILED = new CustomMetric("DrillFailed", Map.of());

  /** Memory in use, in percent. */
  public static final CustomMetric MEMORY_USED = new CustomMetric("mem_used_percent", Map.of());

  /** Swap in use, in percent. */
  public static final CustomMetric SWAP_USED = new CustomMetric("swap_used_percent", Map.of());

  /** Root volume in use, in percent. */
  public static final CustomMetric ROOT_USED =
      new CustomMetric("disk_used_percent", Map.of("path", "/"));

  /** Data volume in use, in percent. */
  public static final CustomMetric DATA_USED =
      new CustomMetric("disk_used_percent", Map.of("path", "/data"));

  private CustomMetrics() {}

  /** All of them. */
  public static List<CustomMetric> all() {
    return List.of(
        SERVING,
        BACKUP_OVERDUE,
        DRILL_FAILED,
        SPOT_INTERRUPTED,
        MEMORY_USED,
        SWAP_USED,
        ROOT_USED,
        DATA_USED);
  }

  /** The namespace of a deployment's metrics, such as {@code Allinone/harena-production}. */
  public static String namespace(Blueprint blueprint) {
    return "Allinone/" + blueprint.deployment();
  }
}
