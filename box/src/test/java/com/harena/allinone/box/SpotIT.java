package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.alarm.Statistic;
import com.harena.allinone.metrics.CustomMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spot's notice while rows are being written. After the first one the power is cut and the machine
 * boots, after the others its services are started again on the same machine: by then everything is
 * stopped, and only a power cut could take anything away. {@code -Dallinone.box.spots=N} of them.
 */
@ExtendWith(WorldExtension.class)
class SpotIT {
  private static final int SPOTS = Integer.getInteger("allinone.box.spots", 5);
  private static final String NOTICE = "spot/instance-action";
  private static final String REBALANCE = "events/recommendations/rebalance";

  /** EC2 gives 120 seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(100);

  private static final int ROWS = 200;
  private static final Duration WRITING = Duration.ofMinutes(2);

  private World world;
  private String instance;
  private Box box;
  private Stores stores;

  @BeforeEach
  void serve(World shared) {
    world = shared;
    instance = world.serving().instance();
    box = world.box(instance);
    stores = new Stores(box);
  }

  @AfterEach
  void forget() {
    world.metadata(instance).forget(NOTICE);
    world.metadata(instance).forget(REBALANCE);
    if (!box.isOn()) {
      world.restore(instance);
      world.serves(instance);
    } else if (box.status(8001, "/health") != 200) {
      serveAgain();
    }
  }

  static IntStream notices() {
    return IntStream.range(0, SPOTS);
  }

  @ParameterizedTest
  @MethodSource("notices")
  void aNoticeStopsEverythingInOrderBeforeEc2Does(int number) {
    stores.sql("DROP TABLE IF EXISTS acknowledged");
    box.shell("rm -f /data/interrupted.txt");
    try (Acknowledged written = new Acknowledged(box)) {
      Awaiting.until(
          ROWS + " acknowledged rows",
          WRITING,
          () -> written.rows().size() >= ROWS,
          () -> "rows " + written.rows().size());
      Instant begin = Watch.moment();
      notice(begin);
      // The metric is the last that is done.
      Awaiting.until("the metric of the notice", LIMIT, () -> counted(begin), this::told);
      System.err.printf(
          "box: notice %d was done with after %d s, %d rows acknowledged%n",
          number, Duration.between(begin, Instant.now()).toSeconds(), written.rows().size());

      everythingIsStopped();
      world.metadata(instance).forget(NOTICE);
      if (number == 0) {
        box.cut();
        world.restore(instance);
        world.serves(instance);
      } else {
        serveAgain();
      }
      List<Integer> kept =
          Arrays.stream(stores.sql("SELECT id FROM acknowledged").split("\n"))
              .map(Integer::parseInt)
              .toList();
      assertThat(kept).containsAll(written.rows());
      assertThat(box.status(8001, "/health")).isEqualTo(200);
    }
  }

  private void notice(Instant begin) {
    String time = begin.plus(Duration.ofMinutes(2)).toString();
    world
        .metadata(instance)
        .tell(NOTICE, () -> "{\"action\":\"stop\",\"time\":\"%s\"}".formatted(time));
  }

  private boolean counted(Instant since) {
    return new Watch(world)
        .read(CustomMetrics.SPOT_INTERRUPTED, Statistic.SUM, since)
        .filter(sum -> sum == 1)
        .isPresent();
  }

  private void everythingIsStopped() {
    assertThat(box.shell("docker ps --quiet")).isBlank();
    assertThat(box.shell("cat /data/interrupted.txt"))
        .contains("interrupted by Spot: {\"action\":\"stop\"", "everything is stopped")
        .doesNotContain("failed");
    assertThat(box.shell("cat /var/lib/allinone/boot.json")).contains("interrupted by Spot");
    assertThat(
            box.shell("systemctl show --property=ActiveState --value allinone-backup.timer")
                .strip())
        .isEqualTo("inactive");
    assertThat(List.of("postgres", "redis", "elasticsearch"))
        .allSatisfy(store -> assertThat(ended("backend")).isBefore(ended(store)));
    assertThat(state("postgres", "ExitCode")).isEqualTo("0");
    assertThat(state("redis", "ExitCode")).isEqualTo("0");
    assertThat(
            box.shell(
                "od --address-radix=n --format=d4 --skip-bytes=16 --read-bytes=4 /data/postgres/global/pg_control"))
        .as("the cluster's state, of which 1 is: shut down")
        .isEqualToIgnoringWhitespace("1");
  }

  private Instant ended(String service) {
    return Instant.parse(state(service, "FinishedAt"));
  }

  private String state(String service, String field) {
    return box.shell(
            "%s | xargs docker inspect --format '{{.State.%s}}'"
                .formatted(Stores.container(service), field))
        .strip();
  }

  /** As the watcher does ten minutes after a notice that nothing followed. */
  private void serveAgain() {
    box.shell("systemctl restart allinone.service allinone-interruption.service");
    assertThat(box.hasBooted()).isTrue();
  }

  @Test
  void aRebalanceRecommendationIsLoggedAndChangesNothing() {
    String services = box.shell("docker ps --quiet");
    world.metadata(instance).tell(REBALANCE, () -> "{\"noticeTime\":\"2026-11-28T21:00:00Z\"}");
    Awaiting.until(
        "a line on the recommendation",
        Duration.ofMinutes(2),
        () -> told().contains("which changes nothing: {\"noticeTime\""),
        this::told);
    assertThat(box.shell("docker ps --quiet")).isEqualTo(services);
    assertThat(box.shell("systemctl is-active allinone-interruption.service").strip())
        .isEqualTo("active");
    assertThat(box.status(8001, "/health")).isEqualTo(200);
  }

  private String told() {
    return box.execute(
            "journalctl", "--no-pager", "-n", "40", "-u", "allinone-interruption.service")
        .output();
  }
}
