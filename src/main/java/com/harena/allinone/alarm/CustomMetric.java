package com.harena.allinone.alarm;

import java.util.Map;

/**
 * The metrics that a deployment publishes itself. CloudWatch's free tier holds ten of them for the
 * whole account.
 *
 * <p>None carries a unit (so CloudWatch notes {@code None}) and none an instance: an alarm reads
 * one exact set of dimensions, and these outlive the instance. The agent must therefore omit the
 * host's name, and publish a disk by its path alone, without device and kind of file system.
 */
public enum CustomMetric {
  /** 1 from a host that serves, 0 from the scheduler in open hours. */
  SERVING("Serving"),
  /** 1 when the last backup that was due failed, else 0; from the host. */
  BACKUP_OVERDUE("BackupOverdue"),
  /** Memory in use, in percent; from the agent. */
  MEMORY_USED("mem_used_percent"),
  /** Swap in use, in percent; from the agent. */
  SWAP_USED("swap_used_percent"),
  /** Root volume in use, in percent; from the agent. */
  ROOT_DISK_USED("disk_used_percent", "/"),
  /** Data volume in use, in percent; from the agent. */
  DATA_DISK_USED("disk_used_percent", "/data");

  private final String metricName;
  private final String path;

  CustomMetric(String metricName) {
    this(metricName, "");
  }

  CustomMetric(String metricName, String path) {
    this.metricName = metricName;
    this.path = path;
  }

  /** Namespace of a deployment's metrics, such as {@code Allinone/harena-production}. */
  public static String namespace(String deployment) {
    return "Allinone/" + deployment;
  }

  /** Its name in CloudWatch. */
  public String metricName() {
    return metricName;
  }

  /** All its dimensions. */
  public Map<String, String> dimensions() {
    return path.isEmpty() ? Map.of() : Map.of("path", path);
  }
}
