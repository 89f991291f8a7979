package com.harena.allinone.host.boot;

/**
 * Counts everything that the boot does to the world, and crashes before, in the midst of, or after
 * the one with this number.
 */
final class CrashPoint {
  /** Where in the event the crash comes. */
  enum When {
    BEFORE,
    MIDST,
    AFTER
  }

  private final int number;
  private final When when;
  private int events;

  CrashPoint(int number, When when) {
    this.number = number;
    this.when = when;
  }

  static CrashPoint never() {
    return new CrashPoint(-1, When.BEFORE);
  }

  int events() {
    return events;
  }

  void before() {
    crashIf(When.BEFORE);
  }

  boolean inTheMidst() {
    return events == number && when == When.MIDST;
  }

  void after() {
    crashIf(When.AFTER);
    events++;
  }

  private void crashIf(When now) {
    if (events == number && when == now) {
      throw new Crash();
    }
  }
}
