package com.harena.allinone.box;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions, never for a guess. */
final class Awaiting {
  private Awaiting() {}

  /** Waits until it is so; else fails with what there is to tell. */
  static void until(String what, Duration limit, BooleanSupplier so, Supplier<String> told) {
    long end = System.nanoTime() + limit.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within %s: %s%n%s".formatted(limit, what, told.get()));
      }
      pause(Duration.ofMillis(200));
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
