package com.harena.allinone.box;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions, never for a guess. */
final class Awaiting {
  private static final Duration SHORTEST = Duration.ofMillis(200);

  /** A look often starts a program in a box, whose two processors the box could use itself. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private Awaiting() {}

  /** Waits until it is so; else fails with what there is to tell. */
  static void until(String what, Duration limit, BooleanSupplier so, Supplier<String> told) {
    long end = System.nanoTime() + limit.toNanos();
    Duration pause = SHORTEST;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within %s: %s%n%s".formatted(limit, what, told.get()));
      }
      pause(pause);
      Duration longer = pause.multipliedBy(11).dividedBy(10);
      pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
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
