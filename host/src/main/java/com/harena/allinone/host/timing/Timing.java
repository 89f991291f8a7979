package com.harena.allinone.host.timing;

import java.time.Duration;
import java.time.Instant;

/** The clock and the pause: the machine's own, or a test's. */
public interface Timing {
  /** Now. */
  Instant now();

  /** Returns after the time has passed. */
  void pause(Duration time);

  /** The machine's own clock. */
  static Timing system() {
    return new SystemTiming();
  }
}
