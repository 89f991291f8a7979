package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.MoveInterrupted;

/** Bytes that may be in memory at once; what is larger than all of them must be there alone. */
final class Budget {
  private final long most;
  private long held;

  Budget(long most) {
    this.most = most;
  }

  /** Waits until there is room. */
  synchronized void take(long bytes) {
    try {
      while (held > 0 && held + bytes > most) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveInterrupted();
    }
    held += bytes;
  }

  synchronized void give(long bytes) {
    held -= bytes;
    notifyAll();
  }
}
