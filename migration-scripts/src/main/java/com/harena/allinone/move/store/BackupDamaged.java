package com.harena.allinone.move.store;

/** A file of a backup is missing, or is not what its manifest says. */
public final class BackupDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the file, what is wrong with it, and what to do. */
  public BackupDamaged(String message) {
    super(message);
  }
}
