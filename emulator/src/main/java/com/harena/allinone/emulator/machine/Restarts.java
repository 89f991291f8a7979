package com.harena.allinone.emulator.machine;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Asks a machine's unit to start again, and wakes it up for that. */
final class Restarts {
  private final Semaphore asked = new Semaphore(0);

  void ask() {
    asked.release();
  }

  /** Forgets what was asked of an earlier boot. */
  void forget() {
    asked.drainPermits();
  }

  /** Waits until it is asked for, or that time has passed, and says whether it was. */
  boolean within(long milliseconds) {
    try {
      return asked.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PowerCut();
    }
  }
}
