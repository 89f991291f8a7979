package com.harena.allinone.host.timing;

import java.time.Duration;
import java.time.Instant;

/** A clock that moves only when someone pauses. */
public final class VirtualTime implements Timing {
  /** When every test begins. */
  public static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");

  private Instant now = BEGIN;

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration time) {
    now = now.plus(time);
  }

  /** Seconds since the beginning. */
  public long seconds() {
    return Duration.between(BEGIN, now).toSeconds();
  }
}
