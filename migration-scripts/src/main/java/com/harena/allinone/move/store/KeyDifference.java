package com.harena.allinone.move.store;

/**
 * One row, document or key that differs.
 *
 * @param key its key, as the store writes it; a table without a key names the row's hash
 * @param kind how it differs
 */
public record KeyDifference(String key, Kind kind) {
  /** How a key differs. */
  public enum Kind {
    /** On the source only. */
    MISSING,
    /** On the target only. */
    UNEXPECTED,
    /** On both, with another value. */
    CHANGED
  }
}
