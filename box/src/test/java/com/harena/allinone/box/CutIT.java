package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cuts the power while Docker publishes a port, and ends the first boot at random moments, by a
 * power cut and by a stop in turn: the next start serves. {@code -Dallinone.box.cuts=N} of them,
 * {@code -Dallinone.seed=N} for other moments.
 */
@ExtendWith(WorldExtension.class)
class CutIT {
  private static final int CUTS = Integer.getInteger("allinone.box.cuts", 2);
  private static final long SEED = Long.getLong("allinone.seed", 6);

  /** As the host says it when it has found such a port. */
  private static final String MENDS =
      "journalctl --output=cat --unit=allinone.service | grep --count 'services: port .*:8001 is already allocated.*restarting the engine once' || [ $? = 1 ]";

  /**
   * Holds each container before its first process, when its port is published already; until the
   * power is cut.
   */
  private static final String HOLD_CONTAINERS =
      """
      cp /usr/sbin/runc.real /var/tmp/runc
      printf '%s\n' '#!/bin/bash' '[[ " $* " != *" create "* ]] || sleep infinity' 'exec /var/tmp/runc "$@"' > /var/tmp/held-runc
      chmod 755 /var/tmp/held-runc
      mount --bind /var/tmp/held-runc /usr/sbin/runc.real
      """;

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Optional<String> own = Optional.empty();
  private String volume = "";

  /**
   * A moment of the first boot.
   *
   * @param fraction how much of a first boot's time has passed
   * @param power whether the power is cut; else the instance is stopped
   */
  record Moment(double fraction, boolean power) {}

  static Stream<Moment> moments() {
    Random random = new Random(SEED);
    return IntStream.range(0, CUTS)
        .mapToObj(number -> new Moment(random.nextDouble(), number % 2 == 0));
  }

  /** Its volume has gigabytes of images by then. */
  @AfterEach
  void terminate(World world) {
    own.ifPresent(
        instance -> {
          world.terminate(instance);
          world.deployment().ec2().deleteVolume(call -> call.volumeId(volume));
          world.disks().delete(volume);
        });
  }

  @Test
  void aPortPublishedAtTheVeryCutIsFreeAgain(World world) {
    String instance = world.serving().instance();
    Box box = world.box(instance);
    String mends = box.shell(MENDS);
    box.shell(HOLD_CONTAINERS);
    box.shell(Stores.container("backend") + " | xargs docker stop");
    box.shell(
        "systemd-run --quiet --no-block docker start $(%s)".formatted(Stores.container("backend")));
    Awaiting.until(
        "the container to be held",
        LIMIT,
        () -> box.execute("pgrep", "--full", "runc[.]real .* create ").succeeded(),
        box::journal);
    box.cut();

    world.restore(instance);
    Awaiting.until(
        "the line of a port that no container has",
        LIMIT,
        () -> box.isOn() && !box.shell(MENDS).equals(mends),
        box::journal);
    world.serves(instance);
    assertThat(Integer.parseInt(box.shell(MENDS).strip()))
        .as("restarts of the engine")
        .isEqualTo(Integer.parseInt(mends.strip()) + 1);
    assertThat(box.status(8001, "/health")).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void theStartAfterACutFirstBootServes(Moment moment, World world) {
    Duration whole = world.serving().firstBoot();
    volume = world.volume(40);
    String instance = world.launch(volume);
    own = Optional.of(instance);
    world.deployment().own(instance);
    Awaiting.pause(Duration.ofMillis(Math.round(whole.toMillis() * moment.fraction())));
    Box box = world.box(instance);
    String reached = box.step();
    if (moment.power()) {
      box.cut();
      world.restore(instance);
    } else {
      world.stop(instance);
      world.start(instance);
    }
    Duration again = world.serves(instance);
    System.err.printf("box: %s after %s; served %d s later%n", moment, reached, again.toSeconds());

    assertThat(box.status(8001, "/health")).isEqualTo(200);
    Stores stores = new Stores(box);
    stores.fill();
    assertThat(stores.found()).endsWith(" kept 1");
    assertThat(world.boxes().faults()).isEmpty();
  }
}
