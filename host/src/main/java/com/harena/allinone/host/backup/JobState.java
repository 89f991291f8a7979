package com.harena.allinone.host.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How the last run of a job ended. An alarm wants every period to breach, so whoever publishes
 * metrics every few minutes repeats {@link #metric} of what is kept here.
 *
 * @param fault what kind of failure it was; empty when it succeeded
 * @param message what came of it, in one line
 * @param backup id of the backup; empty when there is none
 * @param at when it ended
 */
public record JobState(Optional<BackupFault> fault, String message, String backup, Instant at) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOOD = "ok";

  /** Refuses absent parts. */
  public JobState {
    Objects.requireNonNull(fault, "fault");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(backup, "backup");
    Objects.requireNonNull(at, "at");
  }

  /**
   * The last run of the job on this machine; empty when there was none yet.
   *
   * @throws IllegalArgumentException if the file is not what was written
   */
  public static Optional<JobState> read(HostFiles files, Job job) {
    return files.read(job.file()).map(text -> parse(job, text));
  }

  private static JobState parse(Job job, String text) {
    try {
      JsonNode json = JSON.readTree(text);
      String outcome = json.path("outcome").asText();
      return new JobState(
          outcome.equals(GOOD) ? Optional.empty() : Optional.of(fault(outcome)),
          json.path("message").asText(),
          json.path("backup").asText(),
          Instant.parse(json.path("at").asText()));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is not what the last %s wrote; the next one writes it anew"
              .formatted(job.file(), job.word()),
          e);
    }
  }

  private static BackupFault fault(String word) {
    for (BackupFault fault : BackupFault.values()) {
      if (fault.word().equals(word)) {
        return fault;
      }
    }
    throw new IllegalArgumentException("no fault is called " + word);
  }

  /** Keeps it as the job's last run. */
  void write(HostFiles files, Job job) {
    files.write(job.file(), json() + "\n", FileMode.PLAIN);
  }

  /** It as JSON: {@code outcome} is {@code ok} or a fault's word. */
  public ObjectNode json() {
    return JSON.createObjectNode()
        .put("outcome", fault.map(BackupFault::word).orElse(GOOD))
        .put("message", message)
        .put("backup", backup)
        .put("at", at.toString());
  }

  /** Whether it failed. */
  public boolean isFailed() {
    return fault.isPresent();
  }

  /** The metric that the job's alarm reads: 1 when it failed. */
  public MetricValue metric(Job job) {
    return MetricValue.of(job.metric(), isFailed());
  }
}
