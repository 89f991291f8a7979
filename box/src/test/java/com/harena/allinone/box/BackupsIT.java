package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.alarm.Statistic;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Refusals;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.metrics.CustomMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups that go wrong: told by exit code, line and metric, and never half a backup. */
@ExtendWith(WorldExtension.class)
class BackupsIT {
  /** Longer than a backup takes on a loaded machine, within the period that is read. */
  private static final Duration MADE_UP = Duration.ofMinutes(4);

  /** What stands in the way of a backup, and what is said of it. */
  enum Trouble {
    FULL_DISK(81, "the data volume has no room"),
    BUCKET_REFUSES(83, "is on the data volume only: could not put s3://"),
    DATABASE_DOWN(80, "");

    private final int code;
    private final String words;

    Trouble(int code, String words) {
      this.code = code;
      this.words = words;
    }
  }

  private World world;
  private Box box;
  private Watch watch;
  private Measuring measuring;
  private Optional<Interceptor> refusing = Optional.empty();

  @BeforeEach
  void serve(World shared) {
    world = shared;
    box = world.box(world.serving().instance());
    watch = new Watch(world);
    measuring = new Measuring(box);
    measuring.hold();
  }

  @AfterEach
  void mend() {
    refusing.ifPresent(world.aws().front()::release);
    box.shell(
        """
        rm -f /data/filler
        [ -n "$(docker ps --quiet --filter label=com.docker.compose.service=postgres)" ] || %s | xargs docker start
        systemctl stop allinone-backup.service
        if systemctl is-failed --quiet allinone-backup.service; then systemctl reset-failed allinone-backup.service; fi
        """
            .formatted(Stores.container("postgres")));
    Awaiting.until(
        "the application", MADE_UP, () -> box.status(8001, "/health") == 200, box::journal);
    box.shell("systemctl start allinone-backup.timer");
    measuring.settle();
    measuring.release();
  }

  @ParameterizedTest
  @EnumSource
  void whatFailsIsToldAndLeavesNothingThatLooksWhole(Trouble trouble) {
    String before = shelf();
    breaks(trouble);
    Instant begin = Watch.moment();

    CommandResult backup =
        new Operator(world.aws().front().endpoint()).run("host", "backup", "stacks/harena.yaml");

    assertThat(backup.exitCode()).as(backup.errors()).isEqualTo(trouble.code);
    assertThat(backup.errors()).contains(trouble.words).doesNotContain("fault of allinone itself");
    assertThat(watch.read(CustomMetrics.BACKUP_OVERDUE, Statistic.MAXIMUM, begin)).contains(1.0);
    assertThat(box.shell("cat /var/lib/allinone/backup.json")).doesNotContain("\"ok\"");
    if (trouble != Trouble.BUCKET_REFUSES) {
      assertThat(shelf()).isEqualTo(before);
    }
    assertThat(box.shell("find /data/backups -mindepth 1 -maxdepth 1 -name '.[!l]*'")).isBlank();
  }

  private void breaks(Trouble trouble) {
    switch (trouble) {
      case FULL_DISK ->
          box.shell(
              "fallocate --length $(( $(df --output=avail --block-size=1 /data | tail -n 1) - 104857600 )) /data/filler");
      case DATABASE_DOWN -> box.shell(Stores.container("postgres") + " | xargs docker stop");
      case BUCKET_REFUSES -> {
        Interceptor refuses =
            (call, onward) ->
                call.method().equals("PUT") && call.target().contains("/backups/")
                    ? Refusals.of(call, 403, "AccessDenied", "Access Denied")
                    : onward.pass(call);
        refusing = Optional.of(refuses);
        world.aws().front().interceptFirst(refuses);
      }
    }
  }

  /** The backups that have the name of one. */
  private String shelf() {
    return box.shell("find /data/backups -mindepth 1 -maxdepth 1 -name '[0-9]*' | sort");
  }

  @Test
  void aMissedRunIsMadeUpForAtTheNextStart() {
    box.shell(
        """
        systemctl stop allinone-backup.timer
        touch --date='10 days ago' /data/backups/.last
        """);
    Instant begin = Watch.moment();
    // As the last step of each boot does.
    box.shell("systemctl start allinone-backup.timer");
    Awaiting.until(
        "a backup that is made up for", MADE_UP, () -> !stamp().isBefore(begin), this::told);
    Awaiting.until(
        "the metric of its end",
        MADE_UP,
        () -> watch.read(CustomMetrics.BACKUP_OVERDUE, Statistic.MAXIMUM, begin).isPresent(),
        this::told);
    assertThat(watch.read(CustomMetrics.BACKUP_OVERDUE, Statistic.MAXIMUM, begin)).contains(0.0);
    assertThat(box.shell("cat /var/lib/allinone/backup.json")).contains("\"ok\"");
  }

  private Instant stamp() {
    return Instant.ofEpochSecond(
        Long.parseLong(box.shell("stat --format=%Y /data/backups/.last").strip()));
  }

  private String told() {
    return box.execute("journalctl", "--no-pager", "-n", "60", "-u", "allinone-backup*").output();
  }
}
