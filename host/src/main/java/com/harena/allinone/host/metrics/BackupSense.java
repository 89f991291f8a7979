package com.harena.allinone.host.metrics;

import com.harena.allinone.bundle.BackupCalendar;
import com.harena.allinone.compose.DataDirectory;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.timing.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the last backup that was due is missing: the last good one is older than that. What runs
 * right now is not missing yet, and a deployment without any backup owes its first one only from
 * the first time on that is due while somebody looks.
 */
final class BackupSense {
  private static final Path TIMER = Path.of("/etc/systemd/system/allinone-backup.timer");
  private static final Path LAST = Path.of(DataDirectory.BACKUPS.path(), ".last");
  private static final Path WATCHED = Path.of("/data/backup-awaited-since");

  /** What systemd says while the job runs; not while it waits to try a failed run again. */
  private static final Set<String> RUNNING =
      Set.of("start-pre", "start", "start-post", "stop-post");

  private final Commands commands;
  private final HostFiles files;
  private final Timing timing;

  BackupSense(Commands commands, HostFiles files, Timing timing) {
    this.commands = commands;
    this.files = files;
    this.timing = timing;
  }

  boolean overdue() {
    BackupCalendar calendar =
        BackupCalendar.ofUnit(
            files
                .read(TIMER)
                .orElseThrow(() -> new IllegalStateException("there is no unit " + TIMER)));
    return lastGood().isBefore(calendar.lastDue(timing.now())) && !running();
  }

  private Instant lastGood() {
    if (files.exists(LAST)) {
      try {
        return Files.getLastModifiedTime(files.real(LAST)).toInstant();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the time of " + LAST, e);
      }
    }
    Optional<String> since = files.read(WATCHED).map(String::strip);
    if (since.isEmpty()) {
      files.write(WATCHED, timing.now() + "\n", FileMode.PLAIN);
    }
    return since.map(Instant::parse).orElseGet(timing::now);
  }

  private boolean running() {
    String state =
        commands
            .attempt(
                Command.of(
                    "systemctl",
                    "show",
                    "--property=SubState",
                    "--value",
                    "allinone-backup.service"))
            .output()
            .strip();
    return RUNNING.contains(state);
  }
}
