package com.harena.allinone.host.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How long to wait for something, and how often to look.
 *
 * @param total when to give up
 * @param first first pause between two looks
 * @param longest longest pause between two looks
 */
public record Patience(Duration total, Duration first, Duration longest) {
  /** Refuses pauses that are not positive or grow shorter. */
  public Patience {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "pauses run from %s to %s: give a positive first pause and a longest not below it"
              .formatted(first, longest));
    }
  }

  /** Looks at once, then after one second, two, four, up to fifteen. */
  public static Patience upTo(Duration total) {
    return new Patience(total, Duration.ofSeconds(1), Duration.ofSeconds(15));
  }

  /** Looks until there is an answer; empty when the time is up. */
  public <T> Optional<T> await(Timing timing, Supplier<Optional<T>> look) {
    Instant end = timing.now().plus(total);
    BackOff backOff = new BackOff(timing, first, longest);
    while (true) {
      Optional<T> answer = look.get();
      if (answer.isPresent() || !timing.now().isBefore(end)) {
        return answer;
      }
      backOff.pause();
    }
  }
}
