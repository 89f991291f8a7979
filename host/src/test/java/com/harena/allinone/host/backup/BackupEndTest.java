package com.harena.allinone.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.MemoryBackups;
import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.host.cloud.Metrics;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.metrics.CustomMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupEndTest {
  private static final String ID = "20261128_210000";
  private static final RunEnd GOOD = new RunEnd("success", "0");

  @TempDir private Path root;
  private final MemoryBackups bucket = new MemoryBackups();
  private final List<MetricValue> metrics = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private BackupShelf shelf;
  private DiskFiles files;

  @BeforeEach
  void standOnAMachine() {
    files = new DiskFiles(root);
    shelf = new BackupShelf(root.resolve("data/backups"));
  }

  @Test
  void copiesAGoodOneStampsItAndClearsTheMetric() throws IOException {
    Folders.make(shelf, ID);

    JobState state = end(metrics::addAll).end(GOOD);

    assertThat(state.fault()).isEmpty();
    assertThat(said)
        .containsExactly("backup 20261128_210000 is good; copy: s3://backups/backups/" + ID);
    assertThat(bucket.objects).hasSize(2);
    assertThat(metrics).containsExactly(new MetricValue(CustomMetrics.BACKUP_OVERDUE, 0));
    assertThat(Files.getLastModifiedTime(shelf.folder().resolve(".last")))
        .isEqualTo(FileTime.from(VirtualTime.BEGIN));
    assertThat(JobState.read(files, Job.BACKUP)).contains(state);
  }

  @Test
  void copiesNothingWhereNoCopyIsWanted() {
    Folders.make(shelf, ID);

    JobState state = new BackupEnd(shelf, Optional.empty(), ports(metrics::addAll)).end(GOOD);

    assertThat(state.message()).isEqualTo("backup 20261128_210000 is good; no copy is wanted");
    assertThat(bucket.objects).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "exit-code, 80, STORE_FAILED, 'PostgreSQL, Redis or Elasticsearch failed'",
    "exit-code, 81, DISK_FULL, the data volume has no room",
    "exit-code, 82, MEMORY_SHORT, no memory to spare",
    "exit-code, 137, ENDED, for want of memory",
    "exit-code, 1, ENDED, see its log",
    "timeout, TERM, ENDED, timeout TERM"
  })
  void aRunThatFailedIsAFailedMetricAndAClearLine(
      String result, String status, BackupFault fault, String words) {
    Folders.make(shelf, ID);

    JobState state = end(metrics::addAll).end(new RunEnd(result, status));

    assertThat(state.fault()).contains(fault);
    assertThat(state.message())
        .startsWith("backup failed: ")
        .contains(words)
        .endsWith("details: journalctl --unit allinone-backup");
    assertThat(metrics).containsExactly(new MetricValue(CustomMetrics.BACKUP_OVERDUE, 1));
    assertThat(JobState.read(files, Job.BACKUP)).contains(state);
    assertThat(shelf.folder().resolve(".last")).doesNotExist();
    assertThat(bucket.objects).isEmpty();
  }

  @Test
  void anEndThatCannotBeKeptIsToldAndHidesBehindNoneBeforeIt() throws IOException {
    Folders.make(shelf, ID);
    end(metrics::addAll).end(GOOD);
    metrics.clear();
    Path taken = root.resolve("var/lib/allinone/.backup.json.new");
    Files.createDirectories(taken.resolve("so that nothing can be written"));

    JobState state = end(metrics::addAll).end(new RunEnd("exit-code", "80"));

    assertThat(state.fault()).contains(BackupFault.STORE_FAILED);
    assertThat(metrics).containsExactly(new MetricValue(CustomMetrics.BACKUP_OVERDUE, 1));
    assertThat(JobState.read(files, Job.BACKUP)).isEmpty();
    assertThat(said)
        .anyMatch(line -> line.startsWith("backup: this end is not kept: cannot write"));
  }

  @Test
  void aBucketThatRefusesIsAFailedMetricAndTheBackupStays() throws IOException {
    Folders.make(shelf, ID);
    bucket.refuse("dump");

    JobState state = end(metrics::addAll).end(GOOD);

    assertThat(state.fault()).contains(BackupFault.UPLOAD_FAILED);
    assertThat(state.message()).contains("is on the data volume only", "AccessDenied");
    assertThat(metrics).containsExactly(new MetricValue(CustomMetrics.BACKUP_OVERDUE, 1));
    assertThat(shelf.folder().resolve(".last")).doesNotExist();
    assertThat(shelf.ids()).containsExactly(ID);
  }

  @Test
  void aBucketThatIsNotKnownIsAFailedMetric() {
    Folders.make(shelf, ID);
    BackupEnd end =
        new BackupEnd(
            shelf,
            Optional.of(
                () -> {
                  throw new CloudFailure("read parameter", "no answer", "unknown host", true);
                }),
            ports(metrics::addAll));

    assertThat(end.end(GOOD).fault()).contains(BackupFault.UPLOAD_FAILED);
    assertThat(metrics).containsExactly(new MetricValue(CustomMetrics.BACKUP_OVERDUE, 1));
  }

  @Test
  void aRunThatLeftNoBackupFailed() {
    JobState state = end(metrics::addAll).end(GOOD);

    assertThat(state.fault()).contains(BackupFault.ENDED);
    assertThat(metrics).containsExactly(new MetricValue(CustomMetrics.BACKUP_OVERDUE, 1));
  }

  @Test
  void keepsTheOutcomeWhenNoMetricCanBeWritten() {
    Folders.make(shelf, ID);
    Metrics away =
        values -> {
          throw new CloudFailure("write metric", "no answer", "unknown host", true);
        };

    JobState state = end(away).end(GOOD);

    assertThat(JobState.read(files, Job.BACKUP)).contains(state);
    assertThat(said).last().asString().startsWith("backup: no metric: could not write metric");
  }

  @Test
  void isStartedBySystemdOnly() {
    assertThat(RunEnd.of(Map.of("SERVICE_RESULT", "exit-code", "EXIT_STATUS", "61")::get))
        .isEqualTo(new RunEnd("exit-code", "61"));
    assertThatThrownBy(() -> RunEnd.of(Map.<String, String>of()::get))
        .hasMessageContaining("allinone instance backup");
  }

  private BackupEnd end(Metrics port) {
    return new BackupEnd(shelf, Optional.of(() -> new BackupBucket(bucket)), ports(port));
  }

  private JobEnd ports(Metrics port) {
    return new JobEnd(files, new VirtualTime(), said::add, port);
  }
}
