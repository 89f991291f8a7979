package com.harena.allinone.host.backup;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.compose.DataDirectory;
import com.harena.allinone.host.cloud.aws.AwsPorts;
import com.harena.allinone.host.command.ProcessCommands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.release.ReleaseBucket;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.progress.ProgressBoard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The jobs of this machine, each with the ports of this process. */
public final class BackupJobs {
  private static final Path SETTINGS = Path.of("/opt/allinone/current/host.json");

  private final UnaryOperator<String> environment;
  private final Journal journal;
  private final HostFiles files = new DiskFiles(Path.of("/"));

  /**
   * The jobs.
   *
   * @param environment looks up a variable, null when it is not set
   * @param journal where they say how far they are
   */
  public BackupJobs(UnaryOperator<String> environment, Journal journal) {
    this.environment = environment;
    this.journal = journal;
  }

  /**
   * Takes a backup, in the container that has the stores' addresses.
   *
   * @param tool version of allinone
   * @return its id
   */
  public String dump(String tool, ProgressBoard board, Interruption interruption)
      throws IOException {
    ContainerSettings settings = new ContainerSettings(environment);
    new MemoryGate(files, Timing.system(), journal).pass("backup", settings.memoryMebibytes());
    return new Dump(
            new StoreServers(settings).settings(),
            new BackupShelf(settings.folder()),
            new DumpSettings(tool, settings.keepDays(), DiskRoom.RESERVE_BYTES),
            Clock.systemUTC(),
            journal)
        .take(board, interruption);
  }

  /**
   * Restores a backup into empty stores, in the container that has their addresses.
   *
   * @param tool version of allinone
   */
  public void load(String id, String tool, ProgressBoard board, Interruption interruption)
      throws IOException {
    ContainerSettings settings = new ContainerSettings(environment);
    new MemoryGate(files, Timing.system(), journal).pass("restore", settings.memoryMebibytes());
    new Load(
            new StoreServers(settings).settings(),
            new BackupShelf(settings.folder()),
            tool,
            Clock.systemUTC(),
            journal)
        .load(id, board, interruption);
  }

  /**
   * Restores one store of a backup for a trial, in the container that has the trial's addresses.
   *
   * @param tool version of allinone
   */
  public void trial(
      StoreName store, String id, String tool, ProgressBoard board, Interruption interruption)
      throws IOException {
    ContainerSettings settings = new ContainerSettings(environment);
    new MemoryGate(files, Timing.system(), journal).pass("drill", settings.memoryMebibytes());
    new Trial(
            new StoreServers(settings),
            new BackupShelf(settings.folder()),
            tool,
            Clock.systemUTC(),
            journal)
        .run(store, id, board, interruption);
  }

  /**
   * Restores the last backup for a trial, store by store.
   *
   * @return what came of it
   */
  public JobState drill() {
    HostSettings settings = settings();
    try (AwsPorts aws = AwsPorts.fromEnvironment()) {
      return new Drill(
              new BackupShelf(Path.of(DataDirectory.BACKUPS.path())),
              new TrialContainers(new ProcessCommands(), journal),
              new JobEnd(files, Timing.system(), journal, aws.metrics(settings.metricNamespace())))
          .run();
    }
  }

  /**
   * Brings this machine back to a backup, or to the last one.
   *
   * @param replace whether what the stores hold is moved aside; else they must be empty
   * @return its id
   */
  public String restore(Optional<String> id, boolean replace) throws IOException {
    HostSettings settings = settings();
    try (AwsPorts aws = AwsPorts.fromEnvironment()) {
      ProcessCommands commands = new ProcessCommands();
      Restore restore =
          new Restore(
              new BackupShelf(Path.of(DataDirectory.BACKUPS.path())),
              () -> bucket(aws, settings),
              commands,
              journal);
      return replace
          ? restore.restore(id, new Aside(commands, files, journal), Instant.now())
          : restore.restore(id);
    }
  }

  /** Ends a run of the backup's unit: copy, stamp, outcome, metric. */
  public JobState end() {
    RunEnd run = RunEnd.of(environment);
    HostSettings settings = settings();
    try (AwsPorts aws = AwsPorts.fromEnvironment()) {
      Optional<Supplier<BackupBucket>> bucket =
          settings.backupUpload() ? Optional.of(() -> bucket(aws, settings)) : Optional.empty();
      return new BackupEnd(
              new BackupShelf(Path.of(DataDirectory.BACKUPS.path())),
              bucket,
              new JobEnd(files, Timing.system(), journal, aws.metrics(settings.metricNamespace())))
          .end(run);
    }
  }

  private HostSettings settings() {
    return HostSettings.read(
        files
            .read(SETTINGS)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s is not there: this runs on an instance that has booted"
                            .formatted(SETTINGS))));
  }

  private static BackupBucket bucket(AwsPorts aws, HostSettings settings) {
    ReleaseBucket named =
        new ReleaseBucket(
            new ParameterNames(settings.parameterPath()),
            aws.cloud().parameters(),
            aws.cloud().releases());
    return new BackupBucket(aws.backups(named.named().bucket()));
  }
}
