package com.harena.allinone.constructs.edge;

import software.amazon.awscdk.Duration;

/**
 * How long CloudFront waits for the instance: a stopped one is found out in three seconds, by one
 * attempt, and a running one may take a minute for its answer.
 */
final class OriginTimes {
  static final int CONNECTION_ATTEMPTS = 1;
  static final Duration CONNECTION_TIMEOUT = Duration.seconds(3);

  /** The longest that CloudFront gives without a raised quota: else a slow answer looks asleep. */
  static final Duration READ_TIMEOUT = Duration.seconds(60);

  private OriginTimes() {}
}
