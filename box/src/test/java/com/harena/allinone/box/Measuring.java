package com.harena.allinone.box;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What publishes values by itself in a box: while it is held, only what a test starts does, and
 * nothing that was measured before is still on its way.
 */
final class Measuring {
  private static final String TIMER = "allinone-metrics.timer";
  private static final String METRICS = "allinone-metrics.service";
  private static final List<String> PUBLISHERS =
      List.of(METRICS, "allinone-backup.service", "allinone-drill.service");

  /** The last is a failed run that is tried again minutes later. */
  private static final Set<String> IDLE = Set.of("dead", "failed", "auto-restart");

  /** A job that publishes ends long before. */
  private static final Duration JOB = Duration.ofMinutes(10);

  private final Box box;

  Measuring(Box box) {
    this.box = box;
  }

  /** Lets the timer start nothing until {@link #release}, and waits for what runs. */
  void hold() {
    box.shell("systemctl stop " + TIMER);
    settle();
  }

  /** Waits until no job runs that publishes. */
  void settle() {
    for (String unit : PUBLISHERS) {
      Awaiting.until(unit + " to have ended", JOB, () -> !runs(unit), box::journal);
    }
  }

  /** Measures and publishes anew. */
  void now() {
    if (runs(METRICS)) {
      throw new AssertionError(METRICS + " runs already: a start would join it");
    }
    box.shell("systemctl start " + METRICS);
  }

  /** Lets the agent measure anew; what it had measured is published, or never will be. */
  void agentNow() {
    box.shell(
        """
        while pgrep -f 'cloudwatch [p]ut-metric-data' > /dev/null; do sleep 0.1; done
        systemctl restart amazon-cloudwatch-agent.service
        """);
  }

  /** Lets the timer go on. */
  void release() {
    box.shell("systemctl start " + TIMER);
  }

  private boolean runs(String unit) {
    String state = box.shell("systemctl show --property=SubState --value " + unit).strip();
    return !IDLE.contains(state);
  }
}
