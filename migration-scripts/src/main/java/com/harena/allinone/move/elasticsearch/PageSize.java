package com.harena.allinone.move.elasticsearch;

/** How many documents to ask for at once, so that an answer stays near two mebibytes. */
final class PageSize {
  /** Bytes of the largest answer, which holds one document. */
  static final int LARGEST = 48 << 20;

  private static final int FIRST = 100;
  private static final int MOST = 10_000;
  private static final int AIM = 2 << 20;
  private static final int LIMIT = 8 << 20;
  private static final int GROWTH = 5;

  private int documents = FIRST;

  int documents() {
    return documents;
  }

  /** Bytes of an answer that are too many. */
  int limit() {
    return documents == 1 ? LARGEST : LIMIT;
  }

  /** The answer was too large; false if it cannot be asked for less. */
  boolean smaller() {
    if (documents == 1) {
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
