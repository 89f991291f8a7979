package com.harena.allinone.emulator.function;

import java.time.Duration;

/**
 * How much faster than on AWS what only waits passes by. A limit is never shortened below what a
 * busy machine needs to start a program.
 *
 * @param speed how many seconds of AWS pass in one of this machine, at least 1
 */
public record TimeScale(double speed) {
  private static final Duration SHORTEST = Duration.ofSeconds(45);

  /** A program that computes gets no faster: it may be starved by all else on a busy machine. */
  private static final Duration SHORTEST_WORK = Duration.ofMinutes(3);

  /** What is used unless another is asked for. */
  public static final TimeScale DEFAULT = new TimeScale(20);

  /** Refuses to be slower than AWS. */
  public TimeScale {
    if (!(speed >= 1)) {
      throw new IllegalArgumentException(
          "speed %s is below 1: give how many seconds of AWS pass in one here".formatted(speed));
    }
  }

  /** How long something takes here that takes so long on AWS, where nothing has to be done. */
  public Duration passing(Duration onAws) {
    return Duration.ofMillis((long) (onAws.toMillis() / speed));
  }

  /** How long a limit of AWS is here, for something that only waits. */
  public Duration limit(Duration onAws) {
    return limit(onAws, SHORTEST);
  }

  /** How long a limit of AWS is here, for a program that works until it is done. */
  public Duration workLimit(Duration onAws) {
    return limit(onAws, SHORTEST_WORK);
  }

  private Duration limit(Duration onAws, Duration shortest) {
    Duration scaled = passing(onAws);
    Duration least = onAws.compareTo(shortest) < 0 ? onAws : shortest;
    return scaled.compareTo(least) >= 0 ? scaled : least;
  }
}
