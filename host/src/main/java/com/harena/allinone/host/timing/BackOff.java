package com.harena.allinone.host.timing;

import java.time.Duration;

/** Pauses that double from the first to the longest. */
public final class BackOff {
  private final Timing timing;
  private final Duration first;
  private final Duration longest;
  private Duration next;

  /** Begins with the first pause. */
  public BackOff(Timing timing, Duration first, Duration longest) {
    this.timing = timing;
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** Pauses, each time twice as long, up to the longest. */
  public void pause() {
    timing.pause(next);
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
  }

  /** Begins with the first pause again: something changed. */
  public void restart() {
    next = first;
  }
}
