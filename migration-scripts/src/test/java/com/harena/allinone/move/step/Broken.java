package com.harena.allinone.move.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

/** A clock by which a line of the journal cannot be written, once. */
final class Broken extends Clock {
  private final BooleanSupplier condition;
  private boolean done;

  Broken(BooleanSupplier condition) {
    this.condition = condition;
  }

  @Override
  public Instant instant() {
    if (!done && condition.getAsBoolean()) {
      done = true;
      throw new UncheckedIOException(new IOException("no space left on device"));
    }
    return Instant.now();
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
