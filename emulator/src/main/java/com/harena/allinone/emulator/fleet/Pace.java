package com.harena.allinone.emulator.fleet;

import java.time.Duration;

/**
 * How fast the clock of the local AWS runs. The durations are AWS's own order of size; a pace of
 * 100 makes a stop of 30 seconds last 0.3.
 *
 * @param speed how many seconds of AWS pass in one
 */
public record Pace(double speed) {
  /** From {@code pending} to {@code running}. */
  public static final Duration START = Duration.ofSeconds(10);

  /** From {@code stopping} to {@code stopped}. */
  public static final Duration STOP = Duration.ofSeconds(30);

  /** From {@code shutting-down} to {@code terminated}. */
  public static final Duration TERMINATION = Duration.ofSeconds(20);

  /** Until the Spot request of a stopped instance may be started again. */
  public static final Duration REQUEST = Duration.ofSeconds(15);

  /** Until an open Spot request launches another instance. */
  public static final Duration RELAUNCH = Duration.ofSeconds(10);

  /** From {@code attaching} to {@code attached}, and back. */
  public static final Duration ATTACHMENT = Duration.ofSeconds(3);

  /**
   * How long a terminated instance is told of: "recently terminated instances might appear in the
   * returned results. This interval is usually less than one hour" (EC2 API Reference,
   * DescribeInstances).
   */
  public static final Duration AFTERLIFE = Duration.ofHours(1);

  /** Refuses a clock that stands still. */
  public Pace {
    if (!(speed > 0)) {
      throw new IllegalArgumentException(
          "speed is %s: give the seconds of AWS that pass in one, above 0".formatted(speed));
    }
  }

  /** How long that lasts here, in milliseconds. */
  public long millis(Duration duration) {
    return Math.max(1, Math.round(duration.toMillis() / speed));
  }
}
