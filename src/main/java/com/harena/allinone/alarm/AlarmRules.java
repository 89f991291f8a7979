package com.harena.allinone.alarm;

import com.harena.allinone.metrics.CustomMetrics;
import java.util.List;

/**
 * The alarms of a deployment. CloudWatch's free tier holds ten alarm metrics for the whole account.
 *
 * <p>Nobody is paged in closed hours, each rule for its own reason: what the host, the agent and
 * EC2 publish is missing while the instance is stopped, and missing data never breaches; the zeros
 * of {@code Serving} and the errors of the start schedules come in open hours only; an instance
 * that Spot restarts at night is stopped within one tick, which is shorter than any window (but for
 * the hour that the clock repeats once a year, whose ticks come only once); and what breached
 * before closing time breaches no longer after it.
 */
public final class AlarmRules {
  private AlarmRules() {}

  /** Every rule, the most important first. */
  public static List<AlarmRule> standard() {
    return List.of(
        serving(),
        startErrors(),
        statusCheck(),
        backupOverdue(),
        drillFailed(),
        dataDisk(),
        rootDisk(),
        memory(),
        swap(),
        cpuCredits());
  }

  private static AlarmRule serving() {
    return AlarmRule.on("serving", CustomMetrics.SERVING)
        .when(Statistic.MAXIMUM, Comparison.BELOW, 1)
        .forMinutes(20)
        .because(
            "Open but not serving for 20 minutes. The scheduler publishes 0 in open hours only, a"
                + " serving host publishes 1. A boot has these 20 minutes.");
  }

  private static AlarmRule startErrors() {
    return AlarmRule.on("start-errors", MetricSource.START_SCHEDULES, "TargetErrorCount")
        .when(Statistic.SUM, Comparison.AT_LEAST, 1)
        .forMinutes(15)
        .because(
            "EC2 refused to start the instance three times in a row: no Spot capacity, or a role"
                + " that may no longer do it. A single refusal is made good by the next tick.");
  }

  private static AlarmRule statusCheck() {
    return AlarmRule.on("status-check", MetricSource.INSTANCE, "StatusCheckFailed")
        .when(Statistic.MAXIMUM, Comparison.AT_LEAST, 1)
        .forMinutes(20)
        .because(
            "EC2 finds the instance or its hardware unreachable for 20 minutes: stop and start it."
                + " Shorter than that is a boot, a shutdown, or a Spot restart just before opening.");
  }

  private static AlarmRule backupOverdue() {
    return AlarmRule.on("backup-overdue", CustomMetrics.BACKUP_OVERDUE)
        .when(Statistic.MINIMUM, Comparison.AT_LEAST, 1)
        .forMinutes(30)
        .because(
            "The last backup that was due failed, and 30 minutes were not enough to make up for"
                + " it. The age of a backup alone would page after every weekend.");
  }

  private static AlarmRule drillFailed() {
    return AlarmRule.on("drill-failed", CustomMetrics.DRILL_FAILED)
        .when(Statistic.MINIMUM, Comparison.AT_LEAST, 1)
        .forMinutes(30)
        .because(
            "The weekly drill could not restore the last backup, or what it restored differs. The"
                + " stores themselves are untouched; see journalctl --unit allinone-drill. The next"
                + " good drill ends it.");
  }

  private static AlarmRule dataDisk() {
    return AlarmRule.on("data-disk", CustomMetrics.DATA_USED)
        .when(Statistic.MAXIMUM, Comparison.AT_LEAST, 80)
        .forMinutes(15)
        .because(
            "The data volume is 80 % full. By its default watermarks Elasticsearch makes no new"
                + " shard at 85 % and refuses writes at 95 %. Raise disk.size in the blueprint; the volume grows online.");
  }

  private static AlarmRule rootDisk() {
    return AlarmRule.on("root-disk", CustomMetrics.ROOT_USED)
        .when(Statistic.MAXIMUM, Comparison.AT_LEAST, 85)
        .forMinutes(15)
        .because(
            "The root volume is 85 % full. It holds packages, host bundles and the swap file, and"
                + " no data; look at /var and /opt/allinone/bundles.");
  }

  private static AlarmRule memory() {
    return AlarmRule.on("memory", CustomMetrics.MEMORY_USED)
        .when(Statistic.AVERAGE, Comparison.AT_LEAST, 95)
        .forMinutes(30)
        .because(
            "Memory is 95 % in use for half an hour, longer than any boot: the next peak ends a"
                + " container. Lower a limit in the blueprint or take a larger machine.");
  }

  private static AlarmRule swap() {
    return AlarmRule.on("swap", CustomMetrics.SWAP_USED)
        .when(Statistic.AVERAGE, Comparison.AT_LEAST, 75)
        .forMinutes(30)
        .because(
            "Three quarters of the swap file are in use for half an hour, longer than any boot:"
                + " the services no longer fit the memory.");
  }

  private static AlarmRule cpuCredits() {
    return AlarmRule.on("cpu-credits", MetricSource.INSTANCE, "CPUCreditBalance")
        .when(Statistic.MAXIMUM, Comparison.BELOW, 3)
        .forMinutes(60)
        .because(
            "Hardly a CPU credit for an hour: in standard mode the instance is held to its"
                + " baseline. A new instance starts with none, which is why its first hour does not"
                + " page. Look for what keeps the processors busy.");
  }
}
