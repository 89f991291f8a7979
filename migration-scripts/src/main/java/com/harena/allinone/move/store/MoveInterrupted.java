package com.harena.allinone.move.store;

/** The move was asked to end; the same command goes on where it stopped. */
public final class MoveInterrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says only that. */
  public MoveInterrupted() {
    super("interrupted; the same command goes on where it stopped");
  }
}
