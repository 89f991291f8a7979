package com.harena.allinone.host.backup;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.Metrics;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Where the end of a job is told: its file, the journal, and the metric that its alarm reads.
 *
 * @param files the machine's files
 * @param timing its clock
 * @param journal where it is said
 * @param metrics CloudWatch
 */
record JobEnd(HostFiles files, Timing timing, Journal journal, Metrics metrics) {
  Instant now() {
    return timing.now();
  }

  /** Tells it; a metric that cannot be written is said, and changes nothing. */
  JobState tell(Job job, JobState state) {
    keep(job, state);
    journal.say(state.message());
    try {
      metrics.put(state.metric(job));
    } catch (CloudFailure e) {
      journal.say("%s: no metric: %s".formatted(job.word(), e.getMessage()));
    }
    return state;
  }

  /**
   * What cannot be kept, as on a full volume, is said; the end before goes all the same, since the
   * timer of the metrics would tell that one from then on.
   */
  private void keep(Job job, JobState state) {
    try {
      state.write(files, job);
    } catch (UncheckedIOException e) {
      journal.say("%s: this end is not kept: %s".formatted(job.word(), e.getMessage()));
      files.delete(job.file());
    }
  }
}
