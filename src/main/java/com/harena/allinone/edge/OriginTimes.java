package com.harena.allinone.edge;

import java.time.Duration;

/**
 * How long CloudFront waits for the instance: a stopped one is found out in three seconds, by one
 * attempt, and a running one may take a minute for its answer.
 */
public final class OriginTimes {
  /** Attempts to connect. */
  public static final int CONNECTION_ATTEMPTS = 1;

  /** Time for one attempt. */
  public static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

  /** The longest that CloudFront gives without a raised quota: else a slow answer looks asleep. */
  public static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

  private OriginTimes() {}
}
