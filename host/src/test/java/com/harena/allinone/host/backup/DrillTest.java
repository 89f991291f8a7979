package com.harena.allinone.host.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.metrics.CustomMetrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillTest {
  private static final String ID = "20261128_210000";
  private static final MetricValue FAILED = new MetricValue(CustomMetrics.DRILL_FAILED, 1);

  @TempDir private Path root;
  private final List<String> run = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final List<MetricValue> metrics = new ArrayList<>();
  private String failing = "nothing";
  private CommandResult failure = new CommandResult(1, "", "");
  private BackupShelf shelf;
  private DiskFiles files;

  @BeforeEach
  void standOnAMachine() {
    shelf = new BackupShelf(root.resolve("data/backups"));
    files = new DiskFiles(root);
  }

  @Test
  void triesOneStoreAfterTheOtherAndRemovesEachServerBeforeTheNext() {
    Folders.make(shelf, "20261121_210000");
    Folders.make(shelf, ID);

    JobState state = drill();

    assertThat(state.fault()).isEmpty();
    assertThat(state.message())
        .isEqualTo("drill: backup 20261128_210000 could be restored, 3 stores proven");
    assertThat(run)
        .containsExactly(
            "--profile drill rm --force --stop --volumes drill-postgres",
            "--profile drill up --detach --wait --no-deps drill-postgres",
            "--profile backup run --rm --no-deps --env DATABASE_HOST=drill-postgres backup instance trial postgres 20261128_210000",
            "--profile drill rm --force --stop --volumes drill-postgres",
            "--profile drill rm --force --stop --volumes drill-redis",
            "--profile drill up --detach --wait --no-deps drill-redis",
            "--profile backup run --rm --no-deps --env REDIS_HOST=drill-redis backup instance trial redis 20261128_210000",
            "--profile drill rm --force --stop --volumes drill-redis",
            "--profile backup run --rm --no-deps backup instance trial elasticsearch 20261128_210000");
    assertThat(metrics).containsExactly(new MetricValue(CustomMetrics.DRILL_FAILED, 0));
    assertThat(JobState.read(files, Job.DRILL)).contains(state);
  }

  @Test
  void aDumpThatIsDamagedIsAFailedMetricThatNamesItAndTheServerGoes() {
    Folders.make(shelf, ID);
    failing = "trial postgres";
    failure = new CommandResult(88, "", "allinone: backup is damaged: postgres/dump has 3 bytes\n");

    JobState state = drill();

    assertThat(state.fault()).contains(BackupFault.DAMAGED);
    assertThat(state.message())
        .isEqualTo("drill failed: backup is damaged: postgres/dump has 3 bytes");
    assertThat(run).last().asString().endsWith("rm --force --stop --volumes drill-postgres");
    assertThat(metrics).containsExactly(FAILED);
  }

  @Test
  void aServerThatDoesNotStartIsAFailedMetricAndGoes() {
    Folders.make(shelf, ID);
    failing = "up --detach --wait --no-deps drill-redis";
    failure = new CommandResult(1, "", "container drill-redis is unhealthy\n");

    JobState state = drill();

    assertThat(state.fault()).contains(BackupFault.ENDED);
    assertThat(state.message()).contains("drill-redis is unhealthy");
    assertThat(run).last().asString().endsWith("rm --force --stop --volumes drill-redis");
    assertThat(metrics).containsExactly(FAILED);
  }

  @Test
  void withoutABackupItFailed() {
    JobState state = drill();

    assertThat(state.fault()).contains(BackupFault.UNKNOWN_BACKUP);
    assertThat(run).isEmpty();
    assertThat(metrics).containsExactly(FAILED);
  }

  private JobState drill() {
    Commands machine =
        command -> {
          String line = command.line();
          run.add(line.substring(line.indexOf("compose.yaml ") + "compose.yaml ".length()));
          return line.contains(failing) ? failure : new CommandResult(0, "", "");
        };
    return new Drill(
            shelf,
            new TrialContainers(machine, said::add),
            new JobEnd(files, new VirtualTime(), said::add, metrics::addAll))
        .run();
  }
}
