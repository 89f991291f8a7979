package com.harena.allinone.host.backup;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.command.ProcessCommands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.timing.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The unit of the daily backup, run by hand: two of them never run at once. */
public final class BackupUnit {
  /** As long as the unit may take: to back up, to wait for a drill's end, and to copy. */
  public static final Duration LIMIT = Duration.ofHours(6);

  private static final String UNIT = "allinone-backup.service";

  private final Commands commands;
  private final HostFiles files;
  private final Timing timing;

  /** Runs it through the ports. */
  public BackupUnit(Commands commands, HostFiles files, Timing timing) {
    this.commands = commands;
    this.files = files;
    this.timing = timing;
  }

  /** The unit of this machine. */
  public static BackupUnit ofThisMachine() {
    return new BackupUnit(new ProcessCommands(), new DiskFiles(Path.of("/")), Timing.system());
  }

  /**
   * Runs it, or waits for the run that is under way.
   *
   * @return what came of it
   * @throws BackupFailed if it did not run
   */
  public JobState run() {
    Instant begin = timing.now().truncatedTo(ChronoUnit.MILLIS);
    // What failed three times in two hours is not started any more, unless somebody means it.
    commands.attempt(Command.of("systemctl", "reset-failed", UNIT));
    CommandResult result = commands.attempt(Command.of("systemctl", "start", UNIT).within(LIMIT));
    return JobState.read(files, Job.BACKUP)
        .filter(state -> !state.at().isBefore(begin))
        .orElseThrow(
            () ->
                new BackupFailed(
                    BackupFault.ENDED,
                    "%s did not run (systemctl ended with %d): %s; see journalctl --unit allinone-backup"
                        .formatted(UNIT, result.exitCode(), result.errors().strip())));
  }
}
