package com.harena.allinone.handler;

import com.harena.allinone.machine.Permission;
import java.time.Duration;
import java.util.Objects;

/**
 * A Lambda function as both engines make it: what it runs, under which description and for how
 * long.
 *
 * @param source its JavaScript
 * @param description what it is for, in one line; shown in the Lambda console
 * @param timeout time for one request, 30 seconds to 15 minutes
 */
public record HandlerFunction(HandlerSource source, String description, Duration timeout) {
  /** Time for one request unless another is given. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

  /** Days that a line of its log is kept: it holds outcomes, no data. */
  public static final int LOG_DAYS = 7;

  /** The SDK's EC2 client alone takes more than Lambda's smallest 128 MiB. */
  public static final int MEMORY_MEBIBYTES = 256;

  /** Lambda's cheaper processor. */
  public static final String ARCHITECTURE = "arm64";

  /** The service that takes on its role. */
  public static final String PRINCIPAL = "lambda.amazonaws.com";

  /** Name of the policy inside its role. */
  public static final String POLICY = "handler";

  /** The prologue keeps this much for the answer, so a shorter time leaves none for the work. */
  private static final Duration SHORTEST = Duration.ofSeconds(30);

  /** Lambda's own limit. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Refuses a time-out that Lambda, or the prologue, does not take. */
  public HandlerFunction {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(description, "description");
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "handler %s has a time-out of %s: give 30 seconds to 15 minutes"
              .formatted(source.name(), timeout));
    }
  }

  /** Copies deployed files; of the CDK only, whose assets lie in a bucket of its own. */
  public static HandlerFunction assetCopy() {
    return new HandlerFunction(
        HandlerSource.assetCopy(),
        "Copies deployed files to their place in a bucket; never deletes",
        Duration.ofMinutes(5));
  }

  /** The inner guard of the Spot clean-up. */
  public static HandlerFunction spotCancellation() {
    return new HandlerFunction(
        HandlerSource.spotCancellation(),
        "Before an instance is terminated: cancels its Spot request",
        Duration.ofMinutes(5));
  }

  /** The outer guard of the Spot clean-up. */
  public static HandlerFunction spotSweeper() {
    return new HandlerFunction(
        HandlerSource.spotSweeper(),
        "After an instance is gone: ends its Spot requests and what they launched",
        LONGEST);
  }

  /** What lets the subnet be deleted after a VPC origin. */
  public static HandlerFunction cloudFrontLeftovers() {
    return new HandlerFunction(
        HandlerSource.cloudFrontLeftovers(),
        "Before the subnet goes: waits for CloudFront to leave it",
        LONGEST);
  }

  /**
   * One half of the health gate of an engine without wait conditions: ten minutes, and what the
   * prologue keeps for the answer.
   */
  public static HandlerFunction readyGate() {
    return new HandlerFunction(
        HandlerSource.readyGate(),
        "Waits until the instance has said that it is healthy",
        Duration.ofMinutes(10).plusSeconds(20));
  }

  /** Description of its role. */
  public String roleDescription() {
    return "Lambda function: " + description;
  }

  /** What every function may do: write its own log, whose streams have this ARN. */
  public static Permission ownLog(String streamsArn) {
    return Permission.allow("OwnLog", "logs:CreateLogStream", "logs:PutLogEvents")
        .on(streamsArn)
        .build();
  }
}
