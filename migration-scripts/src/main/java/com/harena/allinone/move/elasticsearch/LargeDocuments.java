package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.MoveInterrupted;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Lets one thread of this process at a time hold a document that is large, whichever cluster or
 * file it comes from: two would not fit into a small heap.
 */
final class LargeDocuments {
  /** Bytes from which on a document is large. */
  static final int LEAST = 8 << 20;

  private static final Semaphore ONE = new Semaphore(1);

  private LargeDocuments() {}

  /** What is done with such a document. */
  interface Task<T> {
    T run() throws IOException;
  }

  static <T> T alone(Task<T> task) throws IOException {
    try {
      ONE.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveInterrupted();
    }
    try {
      return task.run();
    } finally {
      ONE.release();
    }
  }
}
