package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.MoveInterrupted;

/** Whether the move was asked to end. */
public final class Interruption {
  private volatile boolean asked;

  /** Asks it to end at the next portion. */
  public void ask() {
    asked = true;
  }

  /** Whether it was asked. */
  public boolean isAsked() {
    return asked;
  }

  /**
   * Returns unless it was asked.
   *
   * @throws MoveInterrupted if it was
   */
  public void proceed() {
    if (asked || Thread.currentThread().isInterrupted()) {
      throw new MoveInterrupted();
    }
  }
}
