package com.harena.allinone.move.elasticsearch;

/** A piece of an answer, reused from hit to hit. */
final class Span {
  private int start = -1;
  private int end = -1;

  void set(int from, int to) {
    start = from;
    end = to;
  }

  void clear() {
    set(-1, -1);
  }

  boolean isPresent() {
    return start >= 0;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }

  int end() {
    return end;
  }
}
