package com.harena.allinone.emulator.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
  private static final TimeScale SCALE = new TimeScale(100);

  @Test
  void letsTimeItselfPassSoMuchFaster() {
    assertThat(SCALE.passing(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void shortensWhatOnlyWaits() {
    assertThat(SCALE.limit(Duration.ofHours(2))).isEqualTo(Duration.ofSeconds(72));
    assertThat(SCALE.limit(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(45));
    assertThat(SCALE.limit(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void leavesAProgramTheMinutesThatABusyMachineNeeds() {
    assertThat(SCALE.workLimit(Duration.ofMinutes(15))).isEqualTo(Duration.ofMinutes(3));
    assertThat(SCALE.workLimit(Duration.ofHours(10))).isEqualTo(Duration.ofMinutes(6));
    assertThat(SCALE.workLimit(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void refusesToBeSlowerThanAws() {
    assertThatThrownBy(() -> new TimeScale(0.5)).hasMessageContaining("speed 0.5 is below 1");
  }
}
