package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What can be wrong when the instance starts: each is a named state that its status tells, the
 * services go on with what they have, and the start comes to its end by itself once it is mended.
 */
@ExtendWith(WorldExtension.class)
class StartFaultsIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private World world;
  private Box box;
  private Map<String, String> started;

  @BeforeEach
  void serve(World shared) {
    world = shared;
    box = world.box(world.serving().instance());
    started = Starts.of(box);
  }

  @AfterEach
  void servesAgain() {
    world.front().mend();
    world.front().clock().ahead(Duration.ZERO);
    box.shell("rm -f /data/filler");
    world.deployment().bundle(world.bundle(UnaryOperator.identity()));
    box.shell("systemctl restart allinone.service");
    assertThat(state()).contains("serving");
  }

  @Test
  void withoutNetworkItWaitsForItAndSystemdTriesAgain() {
    world.front().cut(name -> true);
    failsAt("network");

    world.front().mend();
    Awaiting.until("the start", LIMIT, box::hasBooted, box::journal);
    assertThat(state()).contains("serving");
  }

  @Test
  void aClockThatIsADayOffIsNamed() {
    world.front().clock().ahead(Duration.ofDays(1));
    failsAt("clock (");
  }

  @Test
  void aParameterThatIsNotThereIsNamed() {
    String name = world.deployment().names().bundle();
    world.deployment().ssm().deleteParameter(call -> call.name(name));
    failsAt("parameter " + name);
  }

  @Test
  void aBundleWithOtherBytesThanItsHashIsNotUnpacked() {
    world.deployment().corrupt(world.bundle(text -> text.replace("21:00", "20:45")));
    failsAt("hash of the bundle");
    assertThat(box.shell("ls /opt/allinone/bundles").lines()).hasSize(1);
  }

  @Test
  void aFullDataVolumeIsNamed() {
    box.shell(
        "fallocate --length $(df --block-size=1 --output=avail /data | tail -1) /data/filler");
    failsAt("room on the data volume");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutTheLogsEndpointTheBackendAnswersAndStarts(boolean hangs) {
    Predicate<String> logs = name -> name.startsWith("logs.");
    if (hangs) {
      world.front().silence(logs);
    } else {
      world.front().cut(logs);
    }
    assertThat(box.status(8001, "/health")).isEqualTo(200);

    box.shell("docker restart $(docker ps -q --filter label=com.docker.compose.service=backend)");

    Awaiting.until("the backend", LIMIT, () -> box.status(8001, "/health") == 200, box::journal);
    assertThat(Starts.of(box).get("backend")).isNotEqualTo(started.get("backend"));
  }

  /** Starts again, and looks at what it says of itself. */
  private void failsAt(String step) {
    box.shell("systemctl restart --no-block allinone.service");
    Awaiting.until(
        "the state 'failed' at " + step,
        LIMIT,
        () -> state().contains("\"failed\"") && state().contains(step),
        () -> state() + box.journal());
    assertThat(box.shell("bash /opt/allinone/current/bin/allinone instance status")).contains(step);
    assertThat(Starts.of(box)).as("services go on").isEqualTo(started);
  }

  private String state() {
    return box.shell("cat /var/lib/allinone/boot.json");
  }
}
