package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.alarm.AlarmRule;
import com.harena.allinone.alarm.Statistic;
import com.harena.allinone.blueprint.memory.MemoryBudget;
import com.harena.allinone.metrics.CustomMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command lines of the timers take turns; whoever has the turn feeds the alarms. */
@ExtendWith(WorldExtension.class)
class TurnsIT {
  private static final Duration JOB = Duration.ofMinutes(10);

  /** Far less than any command line of a busy machine takes, and less than a wait for the drill. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private World world;
  private Box box;
  private Watch watch;

  @BeforeEach
  void serveWithABackup(World shared) {
    world = shared;
    box = world.box(world.serving().instance());
    watch = new Watch(world);
    for (String service : new String[] {"postgres", "redis", "elasticsearch", "backend"}) {
      box.shell(Stores.container(service) + " | xargs docker start");
    }
    Awaiting.until("the application", JOB, () -> box.status(8001, "/health") == 200, this::told);
    box.shell(
        """
        systemctl reset-failed 'allinone-backup*' 'allinone-drill*'
        systemctl start allinone-backup.service
        """);
  }

  @AfterEach
  void letGo() {
    release();
    Awaiting.until("the drill to end", JOB, () -> !works(), this::told);
  }

  @Test
  void theMetricsGiveWayToADrillThatFeedsTheAlarmMeanwhile() {
    try (MemoryWatch memory = new MemoryWatch(box)) {
      giveWayAndAreFed();
      long used = memory.peaks().get(MemoryWatch.TIMERS).usedMebibytes();
      System.err.printf(
          "box: a drill that feeds the alarms, and all timers beside: %d MiB%n", used);
      assertThat(used).as("memory of all timers").isLessThanOrEqualTo(share());
    }
  }

  private void giveWayAndAreFed() {
    box.shell("systemctl start --no-block allinone-drill.service");
    hold();

    Instant begin = Instant.now();
    box.shell("systemctl start allinone-metrics.service");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(AT_ONCE);
    assertThat(property("allinone-metrics.service", "Result")).isEqualTo("success");

    Awaiting.until(
        "a value for each alarm that the host feeds",
        AlarmRule.PERIOD,
        () ->
            watch.read(CustomMetrics.BACKUP_OVERDUE, Statistic.MAXIMUM, begin).isPresent()
                && watch
                    .read(CustomMetrics.SERVING, Statistic.MAXIMUM, begin)
                    .equals(Optional.of(1.0)),
        this::told);
    System.err.printf(
        "box: a drill fed the alarms %d s after the metrics gave way to it%n",
        Duration.between(begin, Instant.now()).toSeconds());
    assertThat(works()).isTrue();
    assertThat(publishedByTheTimer(begin)).isEmpty();

    release();
    Awaiting.until("the drill to end", JOB, () -> !works(), this::told);
    assertThat(property("allinone-drill.service", "Result")).as(told()).isEqualTo("success");
    Instant after = Instant.now();
    box.shell("systemctl start allinone-metrics.service");
    assertThat(publishedByTheTimer(after)).contains("Serving 1");
  }

  /**
   * Stops the drill's first trial while its program still starts: had it begun to speak to the
   * throw-away server, that would end a conversation that stands still for a minute.
   */
  private void hold() {
    box.shell(
        """
        for _ in $(seq 3000); do
          trial=$(docker ps --quiet --filter label=com.docker.compose.service=backup)
          if [ -n "$trial" ] && docker pause "$trial"; then exit 0; fi
          sleep 0.1
        done
        echo 'no trial began within five minutes' >&2
        exit 1
        """);
  }

  private void release() {
    box.shell("docker ps --quiet --filter status=paused | xargs --no-run-if-empty docker unpause");
  }

  private boolean works() {
    return property("allinone-drill.service", "ActiveState").equals("activating");
  }

  private long share() {
    return MemoryBudget.of(world.deployment().blueprint()).shares().stream()
        .filter(share -> share.name().equals(MemoryWatch.TIMERS))
        .findFirst()
        .orElseThrow()
        .mebibytes();
  }

  private String publishedByTheTimer(Instant since) {
    return box.shell(
            "journalctl --unit allinone-metrics.service --since @%d --output cat | grep --fixed-strings Serving || [ $? = 1 ]"
                .formatted(since.getEpochSecond()))
        .strip();
  }

  private String property(String unit, String name) {
    return box.shell("systemctl show --value --property=%s %s".formatted(name, unit)).strip();
  }

  private String told() {
    return box.execute("journalctl", "--no-pager", "-n", "60", "-u", "allinone-*").output();
  }
}
