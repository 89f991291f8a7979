package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.host.command.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another bundle is named while the instance serves, and applied as a deployment does it. */
@ExtendWith(WorldExtension.class)
class NewBundleIT {
  private static final String REDIS = "    memory: 96 MiB\n  elasticsearch:";
  private static final String LARGER_REDIS = "    memory: 104 MiB\n  elasticsearch:";
  private static final String CLOCK = "at: \"21:00\"";
  private static final String EARLIER = "at: \"20:30\"";
  private static final String BACKEND = "harena/backend:1@sha256:\\w+";

  private static final String NOWHERE = "harena/backend:1@sha256:" + "0123456789abcdef".repeat(4);

  private World world;
  private Box box;

  @BeforeEach
  void serve(World shared) {
    world = shared;
    box = world.box(world.serving().instance());
  }

  @AfterEach
  void theFirstBundleAgain() {
    HostBundle first = world.bundle(UnaryOperator.identity());
    world.deployment().bundle(first);
    assertThat(apply(first).succeeded()).isTrue();
  }

  @Test
  void onlyWhatChangedIsStartedAgain() {
    Map<String, String> before = Starts.of(box);

    String next = world.versions().image("backend-next");
    HostBundle changed =
        world.bundle(
            text ->
                text.replace(REDIS, LARGER_REDIS)
                    .replace(CLOCK, EARLIER)
                    .replaceAll(BACKEND, next));
    world.deployment().bundle(changed);
    Instant begin = Instant.now();
    CommandResult applied = apply(changed);
    System.err.printf(
        "box: a new bundle, two services changed: %d s%n",
        Duration.between(begin, Instant.now()).toSeconds());

    assertThat(applied.exitCode()).as(applied.errors()).isZero();
    Map<String, String> after = Starts.of(box);
    for (String service : List.of("redis", "backend")) {
      assertThat(after.get(service)).as(service).isNotEqualTo(before.remove(service));
    }
    assertThat(after).containsAllEntriesOf(before);
    assertThat(box.shell("docker inspect --format '{{.Config.Image}}' " + container("backend")))
        .isEqualToIgnoringNewLines(next);
    assertThat(box.shell("docker inspect --format '{{.HostConfig.Memory}}' " + container("redis")))
        .isEqualToIgnoringNewLines("" + (104L << 20));
    assertThat(box.shell("systemctl show --property=TimersCalendar allinone-backup.timer"))
        .contains("20:30:00");
    assertThat(box.status(8001, "/health")).isEqualTo(200);
  }

  @Test
  void aBundleThatDoesNotStartGivesWayToTheLastGoodOneAndSaysWhy() {
    Map<String, String> before = Starts.of(box);
    String good = box.shell("cat /opt/allinone/good").strip();

    HostBundle broken = world.bundle(text -> text.replaceAll(BACKEND, NOWHERE));
    world.deployment().bundle(broken);
    CommandResult applied = apply(broken);

    assertThat(applied.exitCode()).isEqualTo(1);
    assertThat(applied.errors())
        .contains(
            "bundle %s failed: the last good one, %s, serves".formatted(broken.sha256(), good));
    assertThat(box.shell("cat /opt/allinone/failed/" + broken.sha256()))
        .contains("\"step\":\"images from registries\"", "backend Error manifest unknown");
    assertThat(box.shell("readlink /opt/allinone/current")).contains(good);
    assertThat(box.shell("cat /var/lib/allinone/boot.json")).contains("serving", good);
    assertThat(Starts.of(box)).isEqualTo(before);
    assertThat(box.status(8001, "/health")).isEqualTo(200);
  }

  private CommandResult apply(HostBundle bundle) {
    return box.execute(World.BOOT, "/usr/local/sbin/allinone-start", bundle.sha256());
  }

  private String container(String service) {
    return "$(docker ps --quiet --filter label=com.docker.compose.service=%s)".formatted(service);
  }
}
