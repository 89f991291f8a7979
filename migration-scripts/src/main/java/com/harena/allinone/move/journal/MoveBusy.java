package com.harena.allinone.move.journal;

/** Another process works on the move. */
public final class MoveBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the directory and the process. */
  public MoveBusy(String message) {
    super(message);
  }
}
