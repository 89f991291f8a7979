package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Work;

/** How all writes to the old server are stopped, and let through again. */
public interface WriteStop {
  /** The old server, open for commands. */
  @FunctionalInterface
  interface Server {
    /**
     * Runs a command: its reply is a text, a number, bytes, a list of these, or null.
     *
     * @throws CommandRefused if the server refuses it
     */
    Object call(Object... words);
  }

  /**
   * Stops writes by anybody; may be called again. What must be known to undo it goes into a
   * checkpoint first.
   */
  void stop(Server server, Work work);

  /** Lets writes through again; may be called again, also when nothing was stopped. */
  void resume(Server server, Work work);

  /**
   * By the first of these that the server permits: {@link ReplicaCountStop}, {@link PausedWrites},
   * {@link ObservedSilence}.
   */
  static WriteStop atServer() {
    return new FirstPermittedStop();
  }
}
