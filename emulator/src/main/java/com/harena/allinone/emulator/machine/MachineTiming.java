package com.harena.allinone.emulator.machine;

import com.harena.allinone.emulator.fleet.Pace;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.time.Instant;

/** A machine's clock, which runs at the pace of the local AWS and stops when the power is cut. */
final class MachineTiming implements Timing {
  private final Instant begin = Instant.now();
  private final Pace pace;
  private final Power power;

  MachineTiming(Pace pace, Power power) {
    this.pace = pace;
    this.power = power;
  }

  @Override
  public Instant now() {
    long passed = Duration.between(begin, Instant.now()).toMillis();
    return begin.plusMillis(Math.round(passed * pace.speed()));
  }

  @Override
  public void pause(Duration time) {
    power.check();
    try {
      Thread.sleep(pace.millis(time));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      power.check();
      throw new IllegalStateException("interrupted while waiting", e);
    }
    power.check();
  }
}
