package com.harena.allinone.move.journal;

/** A line of a journal is not what was written. */
public final class JournalDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the file and line, what is wrong with it, and what to do. */
  public JournalDamaged(String message) {
    super(message);
  }
}
