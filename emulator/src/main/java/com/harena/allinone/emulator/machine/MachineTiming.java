package com.harena.allinone.emulator.machine;

import com.harena.allinone.emulator.fleet.Pace;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.time.Instant;

/**
 * A machine's clock, which runs at the pace of the local AWS and stops when the power is cut. It
 * waits {@link #LEAST} at least, so that a machine asks at most ten times a second however fast the
 * pace is: many machines would keep the local AWS busy with questions alone.
 */
final class MachineTiming implements Timing {
  /** The shortest wait between two questions. */
  static final Duration LEAST = Duration.ofMillis(100);

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

  /** How long a wait lasts here, in milliseconds. */
  static long millis(Pace pace, Duration time) {
    return Math.max(LEAST.toMillis(), pace.millis(time));
  }

  @Override
  public void pause(Duration time) {
    power.check();
    try {
      Thread.sleep(millis(pace, time));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      power.check();
      throw new IllegalStateException("interrupted while waiting", e);
    }
    power.check();
  }
}
