package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ends the first boot at random moments, by a power cut and by a stop in turn: the next start
 * serves. {@code -Dallinone.box.cuts=N} of them, {@code -Dallinone.seed=N} for other moments.
 */
@ExtendWith(WorldExtension.class)
class CutIT {
  private static final int CUTS = Integer.getInteger("allinone.box.cuts", 2);
  private static final long SEED = Long.getLong("allinone.seed", 6);

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

  @ParameterizedTest
  @MethodSource("moments")
  void theStartAfterACutFirstBootServes(Moment moment, World world) {
    Duration whole = world.serving().firstBoot();
    String instance = world.launch(world.volume(40));
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
    world.terminate(instance);
  }
}
