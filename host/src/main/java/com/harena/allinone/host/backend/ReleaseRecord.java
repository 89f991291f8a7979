package com.harena.allinone.host.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the history.
 *
 * @param at when it ended
 * @param image which image it was about
 * @param outcome what came of it
 * @param gap for how long the backend did not answer; empty where nobody measured it
 * @param message which image serves since, or why it failed
 */
public record ReleaseRecord(
    Instant at, BackendImage image, Outcome outcome, Optional<Duration> gap, String message) {
  /** Refuses absent parts. */
  public ReleaseRecord {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(gap, "gap");
    Objects.requireNonNull(message, "message");
  }
}
