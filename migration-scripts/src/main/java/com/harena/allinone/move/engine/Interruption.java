package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.MoveInterrupted;
import java.io.IOException;

/** Whether the move was asked to end. */
public final class Interruption {
  /** Work that the request to end interrupts. */
  @FunctionalInterface
  public interface Interrupted<T> {
    /** Does it. */
    T run() throws IOException;
  }

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

  /**
   * Does the work. Whatever it fails with once it was asked to end is the interruption: every call
   * that an interrupted thread makes says that in its own way.
   *
   * @throws MoveInterrupted if it was asked to end
   */
  public <T> T within(Interrupted<T> work) throws IOException {
    try {
      return work.run();
    } catch (MoveInterrupted e) {
      throw e;
    } catch (RuntimeException | IOException | Error e) {
      if (!asked) {
        throw e;
      }
      MoveInterrupted interrupted = new MoveInterrupted();
      interrupted.addSuppressed(e);
      throw interrupted;
    }
  }
}
