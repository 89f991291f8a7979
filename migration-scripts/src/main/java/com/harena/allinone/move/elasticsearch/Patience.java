package com.harena.allinone.move.elasticsearch;

import java.time.Duration;

/**
 * How long a server that does not answer, or says that it is busy, is asked again.
 *
 * @param first pause before the second attempt; each later pause is twice as long
 * @param longest longest pause
 * @param lost how long a lost connection is tried again
 * @param busy how long 429, 502 and 503 are
 * @param answer how long one answer may take
 */
record Patience(Duration first, Duration longest, Duration lost, Duration busy, Duration answer) {
  static final Patience DEFAULT =
      new Patience(
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2));

  /** The same for a look that waits for no server that may come back. */
  Patience soonOver() {
    return new Patience(first, longest, Duration.ofSeconds(1), busy, answer);
  }

  /** The pause after so many failed attempts, at least 1. */
  Duration pause(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, 16);
    return Duration.ofMillis(Math.min(doubled, longest.toMillis()));
  }
}
