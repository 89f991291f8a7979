package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.alarm.AlarmRule;
import com.harena.allinone.alarm.AlarmRules;
import com.harena.allinone.alarm.Statistic;
import com.harena.allinone.metrics.CustomMetric;
import com.harena.allinone.metrics.CustomMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Breaks what each alarm of the deployment's own metrics watches, and sees the metric that the
 * alarm reads cross its threshold within one period. Not broken are the root volume, which is this
 * machine's here, and the memory; what AWS publishes itself comes from no box.
 */
@ExtendWith(WorldExtension.class)
class AlarmsIT {
  private static final int FULL_PERCENT = 82;

  private World world;
  private Box box;
  private Watch watch;
  private Measuring measuring;

  @BeforeEach
  void serve(World shared) {
    world = shared;
    box = world.box(world.serving().instance());
    watch = new Watch(world);
    measuring = new Measuring(box);
  }

  @AfterEach
  void asBefore() {
    mend();
    measuring.release();
  }

  private void mend() {
    box.shell(
        """
        rm -f /data/filler /var/lib/allinone/drill.json
        if [ -e /data/backups/.skipped ]; then rm /data/backups/.skipped /data/backups/.last; fi
        [ ! -e /data/backups/.spare ] || mv /data/backups/.spare /data/backups/.last
        for backup in /data/backups/.aside-*; do [ ! -d "$backup" ] || mv "$backup" "${backup/.aside-/}"; done
        """);
    new Stores(box).start("backend");
  }

  @Test
  void everyMetricArrivesByItself() {
    for (String id :
        List.of("serving", "backup-overdue", "data-disk", "root-disk", "memory", "swap")) {
      Awaiting.until(
          "a value for alarm " + id,
          AlarmRule.PERIOD,
          () -> watch.read(rule(id), Instant.now().minus(AlarmRule.PERIOD)).isPresent(),
          this::told);
    }
  }

  @Test
  void whatBreaksCrossesTheThresholdOfItsAlarmAndWhatIsMendedComesBack() {
    measuring.hold();
    Instant broken = Instant.now();
    fillTheVolume();
    skipABackup();
    failADrill();
    measuring.settle();
    box.shell(Stores.container("backend") + " | xargs docker stop");
    Instant since = Watch.moment();
    // The zero of the scheduler, which ticks every five minutes in open hours.
    watch.put(CustomMetrics.SERVING, 0);
    measuring.now();
    for (String id : List.of("backup-overdue", "drill-failed", "serving", "data-disk")) {
      crosses(id, since);
      System.err.printf(
          "box: %s breached %d s after it was broken%n",
          id, Duration.between(broken, Instant.now()).toSeconds());
    }

    mend();
    measuring.agentNow();
    Instant mended = Watch.moment();
    watch.put(CustomMetrics.SERVING, 0);
    measuring.now();
    for (String id : List.of("backup-overdue", "serving", "data-disk")) {
      arrives(id, mended);
      assertThat(watch.breaches(rule(id), mended)).as(id).isFalse();
    }
  }

  /** What the call carries has whole seconds: a value of the same second counts as later. */
  @Test
  void whatWasPutBeforeAMomentIsNotReadFromItOn() {
    CustomMetric metric = new CustomMetric("PutBefore", Map.of());
    watch.put(metric, 1);
    Instant since = Watch.moment();
    assertThat(watch.read(metric, Statistic.MAXIMUM, since)).isEmpty();

    watch.put(metric, 0);
    assertThat(watch.read(metric, Statistic.MAXIMUM, since)).contains(0.0);
  }

  @Test
  void theTimerPublishesMoreThanOnceInEachPeriod() {
    String next =
        box.shell(
                "systemctl show --property=TimersMonotonic --value allinone-metrics.timer | sed -n 's/.*OnUnitActiveUSec=\\(\\S*\\) .*/\\1/p'")
            .strip();
    assertThat(next).isEqualTo("2min");
    assertThat(Duration.ofMinutes(2).multipliedBy(2)).isLessThan(AlarmRule.PERIOD);
    assertThat(box.shell("systemctl is-active allinone-metrics.timer").strip()).isEqualTo("active");
  }

  private void fillTheVolume() {
    box.shell(
        """
        size=$(df --output=used,avail --block-size=1 /data | tail -n 1 | awk '{ printf "%%.0f", ($1 + $2) * %d / 100 - $1 }')
        fallocate --length "$size" /data/filler
        """
            .formatted(FULL_PERCENT));
  }

  private void skipABackup() {
    box.shell(
        """
        cd /data/backups
        [ ! -e .last ] || mv .last .spare
        touch .skipped
        touch --date='10 days ago' .last
        """);
  }

  /** There is nothing that it could restore. */
  private void failADrill() {
    box.shell(
        """
        for backup in /data/backups/[0-9]*; do [ ! -d "$backup" ] || mv "$backup" "/data/backups/.aside-${backup##*/}"; done
        ! systemctl start allinone-drill.service
        """);
  }

  private void arrives(String id, Instant since) {
    Awaiting.until(
        "a value for alarm " + id,
        AlarmRule.PERIOD,
        () -> watch.read(rule(id), since).isPresent(),
        this::told);
  }

  private void crosses(String id, Instant since) {
    Awaiting.until(
        "a breach of alarm " + id,
        AlarmRule.PERIOD,
        () -> watch.breaches(rule(id), since),
        () -> watch.read(rule(id), since) + told());
  }

  private String told() {
    return box.execute(
            "journalctl", "--no-pager", "-n", "40", "-u", "allinone*", "-u", "amazon-cloudwatch*")
        .output();
  }

  private static AlarmRule rule(String id) {
    return AlarmRules.standard().stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
