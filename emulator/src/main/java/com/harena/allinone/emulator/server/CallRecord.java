package com.harena.allinone.emulator.server;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One call that was answered.
 *
 * @param number its place in the order of arrival
 * @param at when it arrived
 * @param took how long its answer took
 * @param operation service and action
 * @param ids ids of EC2's resources in what was asked, such as {@code vol-0123456789abcdef0}, in
 *     order
 * @param answeredIds ids of EC2's resources in the answer
 * @param status HTTP's status of the answer
 */
public record CallRecord(
    long number,
    Instant at,
    Duration took,
    Operation operation,
    List<String> ids,
    List<String> answeredIds,
    int status) {
  /** Copies the lists. */
  public CallRecord {
    ids = List.copyOf(ids);
    answeredIds = List.copyOf(answeredIds);
  }

  /** Whether it was answered without an error. */
  public boolean succeeded() {
    return status < 400;
  }
}
