package com.harena.allinone.cli.move;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what is sure to come. */
final class Awaiting {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(3);

  private Awaiting() {}

  static void until(String what, BooleanSupplier come) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!come.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited %s for %s".formatted(LIMIT, what));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
