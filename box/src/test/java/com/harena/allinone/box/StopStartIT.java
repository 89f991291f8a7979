package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.schedule.TickGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

@ExtendWith(WorldExtension.class)
class StopStartIT {
  private static final Duration STATE = Duration.ofMinutes(5);
  private static final int ROWS = 300;
  private static final int ASLEEP = 64;
  private static final String[] ALONE = {
    "up", "--detach", "--wait", "--no-deps", "--force-recreate", ComposeCommand.BACKEND
  };

  private static final String FAR = "2099-01-05";

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
    stores.fill();
  }

  @AfterEach
  void servesAgain() {
    if (!box.isOn()) {
      world.restore(instance);
      world.serves(instance);
    }
  }

  @Test
  void putToSleepItLosesNothingAndAwakeItServesAgain() {
    // As a release makes it: alone, so that its container does not say which stores it needs.
    box.shell(String.join(" ", ComposeCommand.of(ALONE)));
    box.shell("curl -sf -X POST http://%s:8001/drain".formatted(box.address()));
    String before = stores.found();
    Map<String, String> services = services();
    Operator operator = new Operator(world.aws().front().endpoint());
    Ticking ticking = world.serving().ticking();

    operator.prints("host", "sleep", "--until", FAR + "T08:00");
    world.becomes(instance, InstanceStateName.STOPPED);
    assertThat(ticking.begins(TickGroup.START)).isNotEmpty().allMatch(Optional::isPresent);
    assertThat(operator.prints("host", "status")).contains("asleep until " + FAR);
    assertThat(operator.run("host", "backup").exitCode()).isEqualTo(ASLEEP);
    Instant begin = Instant.now();
    operator.prints("host", "awake", "--until", FAR + "T23:30");
    assertThat(ticking.begins(TickGroup.START)).allMatch(Optional::isEmpty);
    assertThat(ticking.begins(TickGroup.STOP)).isNotEmpty().allMatch(Optional::isPresent);
    world.becomes(instance, InstanceStateName.RUNNING);
    world.serves(instance);
    System.err.printf(
        "box: from the start of a stopped instance until it serves: %d s%n",
        Duration.between(begin, Instant.now()).toSeconds());

    assertThat(stores.found()).isEqualTo(before);
    assertThat(box.status(8001, "/health")).isEqualTo(200);
    assertThat(services()).isEqualTo(services);
    assertThat(ended("backend"))
        .isBefore(ended("postgres"))
        .isBefore(ended("redis"))
        .isBefore(ended("elasticsearch"));
    assertThat(last("postgres", "database system was (shut down|interrupted).*"))
        .contains("was shut down at");
    Awaiting.until(
        "what Redis wrote last",
        STATE,
        () -> last("redis", ".*(ready to exit|Ready to accept).*").contains("Ready to accept"),
        () -> world.logs().all());
    assertThat(world.logs().lines("redis")).anyMatch(line -> line.contains("ready to exit"));
  }

  /** When the container of a service ended last. */
  private Instant ended(String service) {
    return Instant.parse(
        box.shell(
                "docker inspect --format '{{.State.FinishedAt}}' $(docker ps --quiet --filter label=com.docker.compose.service=%s)"
                    .formatted(service))
            .strip());
  }

  private String last(String service, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return world.logs().lines(service).stream()
        .filter(line -> wanted.matcher(line).find())
        .reduce((first, second) -> second)
        .orElse("");
  }

  @Test
  void aPowerCutLosesNoRowThatWasAcknowledged() {
    stores.sql("DROP TABLE IF EXISTS acknowledged");
    String before = stores.found();
    try (Acknowledged written = new Acknowledged(box)) {
      Awaiting.until(
          ROWS + " acknowledged rows",
          STATE,
          () -> written.rows().size() >= ROWS,
          () -> "rows " + written.rows().size());
      box.cut();
      assertThat(box.isOn()).isFalse();
      world.restore(instance);
      world.serves(instance);

      List<Integer> kept =
          Arrays.stream(stores.sql("SELECT id FROM acknowledged").split("\n"))
              .map(Integer::parseInt)
              .toList();
      assertThat(kept).containsAll(written.rows());
    }
    assertThat(stores.found()).isEqualTo(before);
    assertThat(stores.health()).isIn("green", "yellow");
    assertThat(box.status(8001, "/health")).isEqualTo(200);
  }

  private Map<String, String> services() {
    Map<String, String> services = new TreeMap<>();
    box.shell("docker ps --format '{{.Names}} {{.ID}}'")
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(words -> services.put(words[0], words[1]));
    return services;
  }
}
