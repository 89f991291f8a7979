package com.harena.allinone.move.store;

/** Where a store says how far it is. Safe for several threads. */
public interface Progress {
  /** What is counted. */
  enum Unit {
    /** Bytes. */
    BYTES,
    /** Rows of tables. */
    ROWS,
    /** Documents of indices. */
    DOCUMENTS,
    /** Keys. */
    KEYS,
    /** Tables, indices, files and the like. */
    ITEMS
  }

  /**
   * Begins a piece of work that replaces the one before on this store's line.
   *
   * @param what the work, such as {@code copying}
   * @param total how much there is; 0 if that is not known
   */
  void begin(String what, long total, Unit unit);

  /** So much more of it is done. */
  void advance(long amount);

  /** What it waits for at the moment; empty when it no longer waits. */
  void waiting(String reason);
}
