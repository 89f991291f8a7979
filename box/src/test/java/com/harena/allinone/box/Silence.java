package com.harena.allinone.box;

import java.time.Duration;
import java.time.Instant;

/** The longest time between two good answers. */
final class Silence {
  private Instant answered = Instant.now();
  private Duration longest = Duration.ZERO;

  /** Notes a question that has just been answered, well or not. */
  void note(boolean good) {
    Instant now = Instant.now();
    Duration since = Duration.between(answered, now);
    longest = since.compareTo(longest) > 0 ? since : longest;
    answered = good ? now : answered;
  }

  Duration longest() {
    return longest;
  }
}
