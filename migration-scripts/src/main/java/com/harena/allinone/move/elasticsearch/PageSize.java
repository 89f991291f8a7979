package com.harena.allinone.move.elasticsearch;

/**
 * How many documents to ask for at once, so that an answer stays near two mebibytes: few at first,
 * for a server must hold them all before it can answer.
 */
final class PageSize {
  /** Bytes of the largest answer, which holds one document. */
  static final int LARGEST = 48 << 20;

  private static final int FIRST = 10;
  private static final int MOST = 10_000;
  private static final int AIM = 2 << 20;

  /** Bytes of the largest answer that holds several. */
  static final int LIMIT = 8 << 20;

  private static final int GROWTH = 5;

  private int documents = FIRST;

  int documents() {
    return documents;
  }

  /** Whether less cannot be asked for. */
  boolean isSmallest() {
    return documents == 1;
  }

  /** Bytes of an answer that are too many. */
  int limit() {
    return isSmallest() ? LARGEST : LIMIT;
  }

  /** The answer was too large; false if it cannot be asked for less. */
  boolean smaller() {
    if (isSmallest()) {
      return false;
    }
    documents = Math.max(1, documents / 8);
    return true;
  }

  /** So many documents took so many bytes. */
  void seen(int hits, int bytes) {
    long fitting = (long) AIM * hits / Math.max(1, bytes);
    long most = Math.min(MOST, (long) documents * GROWTH);
    documents = (int) Math.max(1, Math.min(most, fitting));
  }
}
