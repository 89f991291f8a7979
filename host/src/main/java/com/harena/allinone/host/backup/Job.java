package com.harena.allinone.host.backup;

import com.harena.allinone.metrics.CustomMetric;
import com.harena.allinone.metrics.CustomMetrics;
import java.nio.file.Path;

/** A job of a timer whose outcome an alarm watches. */
public enum Job {
  /** The daily backup. */
  BACKUP("backup"),
  /** The weekly drill. */
  DRILL("drill");

  private final String word;

  Job(String word) {
    this.word = word;
  }

  /** Its name in messages. */
  public String word() {
    return word;
  }

  /** The metric that is 1 when its last run failed, else 0. */
  public CustomMetric metric() {
    return this == BACKUP ? CustomMetrics.BACKUP_OVERDUE : CustomMetrics.DRILL_FAILED;
  }

  /** Where its last outcome is kept: on the root volume, which a full data volume leaves alone. */
  public Path file() {
    return Path.of("/var/lib/allinone/%s.json".formatted(word));
  }
}
