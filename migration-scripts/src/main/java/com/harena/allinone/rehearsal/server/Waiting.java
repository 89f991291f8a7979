package com.harena.allinone.rehearsal.server;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for conditions. */
final class Waiting {
  private Waiting() {}

  static void until(Duration limit, BooleanSupplier condition, String what) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new ServerUnavailable(
            "waited %d s in vain for %s".formatted(limit.toSeconds(), what));
      }
      pause();
    }
  }

  static void pause() {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnavailable("interrupted while waiting for a server", e);
    }
  }
}
