package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Work;
import java.time.Duration;

/** Waits, and ends at once when the move is to end. */
final class Pause {
  private static final long GLANCE_MILLIS = 200;

  private Pause() {}

  static void of(Duration duration, Work work) {
    long end = System.nanoTime() + duration.toNanos();
    try {
      work.proceed();
      for (long left = duration.toMillis();
          left > 0;
          left = (end - System.nanoTime()) / 1_000_000) {
        Thread.sleep(Math.min(left, GLANCE_MILLIS));
        work.proceed();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveInterrupted();
    }
  }
}
