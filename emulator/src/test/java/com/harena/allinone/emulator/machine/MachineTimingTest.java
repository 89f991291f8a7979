package com.harena.allinone.emulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.fleet.Pace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineTimingTest {
  @Test
  void waitsAtThePaceOfTheLocalAws() {
    assertThat(MachineTiming.millis(new Pace(20), Duration.ofSeconds(5))).isEqualTo(250);
  }

  @Test
  void asksAtMostTenTimesASecondHoweverFastThePaceIs() {
    assertThat(MachineTiming.millis(new Pace(1000), Duration.ofSeconds(5))).isEqualTo(100);
    MachineTiming timing = new MachineTiming(new Pace(1000), new Power());
    long begin = System.nanoTime();
    for (int question = 0; question < 3; question++) {
      timing.pause(Duration.ofSeconds(1));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(299));
  }
}
