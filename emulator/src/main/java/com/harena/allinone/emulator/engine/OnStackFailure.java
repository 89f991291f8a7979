package com.harena.allinone.emulator.engine;

/** What becomes of a stack whose operation fails. */
public enum OnStackFailure {
  /** The state before comes back; a new stack ends as ROLLBACK_COMPLETE. */
  ROLLBACK,
  /** What was made stays; the stack ends as CREATE_FAILED or UPDATE_FAILED. */
  DO_NOTHING,
  /** A new stack is rolled back and removed; for an update the same as {@link #ROLLBACK}. */
  DELETE
}
