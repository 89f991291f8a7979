package com.harena.allinone.move.step;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Lets a process die at a chosen moment, as kill -9 would: from then on nothing is done any more,
 * not even what the program does after a failure. A moment is any piece of work of a store, and any
 * look at the clock, without which no line of the journal is written.
 */
final class Mortality extends Clock {
  /** The end of the process. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private int moments;
  private int last = Integer.MAX_VALUE;
  private String place = "";

  /** Lets it live on, or begin anew, and die at that moment of what follows. */
  synchronized void dieAt(int moment) {
    moments = 0;
    last = moment;
    place = "";
  }

  /** Lets it live on, or begin anew, for good. */
  void live() {
    dieAt(Integer.MAX_VALUE);
  }

  synchronized void moment(String what) {
    if (++moments >= last) {
      place = place.isEmpty() ? what : place;
      throw new Death();
    }
  }

  /** How many moments there were. */
  synchronized int moments() {
    return moments;
  }

  /** Where it died. */
  synchronized String place() {
    return place;
  }

  @Override
  public Instant instant() {
    moment("the clock");
    return Instant.now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
