package com.harena.allinone.move.step;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is an hour earlier whenever somebody looks at it. */
final class FallingClock extends Clock {
  private Instant now = Instant.parse("2026-11-25T09:10:10Z");

  @Override
  public synchronized Instant instant() {
    now = now.minusSeconds(3600);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
