package com.harena.allinone.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.timing.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupUnitTest {
  @TempDir private Path root;
  private final List<String> run = new ArrayList<>();

  @Test
  void tellsWhatTheUnitWroteEvenAfterItFailedTooOften() {
    JobState failed = state(VirtualTime.BEGIN.plusSeconds(5));

    JobState told = unit(() -> failed.write(files(), Job.BACKUP)).run();

    assertThat(told).isEqualTo(failed);
    assertThat(run)
        .containsExactly(
            "systemctl reset-failed allinone-backup.service",
            "systemctl start allinone-backup.service");
  }

  @Test
  void doesNotTakeAnOldOutcomeForThisRuns() {
    state(VirtualTime.BEGIN.minus(Duration.ofHours(1))).write(files(), Job.BACKUP);

    assertThatThrownBy(() -> unit(() -> {}).run())
        .isInstanceOf(BackupFailed.class)
        .hasMessage(
            "allinone-backup.service did not run (systemctl ended with 5): unit not found; see journalctl --unit allinone-backup");
  }

  private static JobState state(Instant at) {
    return new JobState(Optional.of(BackupFault.DISK_FULL), "backup failed: full", "", at);
  }

  private DiskFiles files() {
    return new DiskFiles(root);
  }

  private BackupUnit unit(Runnable start) {
    Commands systemd =
        command -> {
          run.add(command.line());
          if (command.line().contains("start ")) {
            start.run();
          }
          return new CommandResult(5, "", "unit not found\n");
        };
    return new BackupUnit(systemd, files(), new VirtualTime());
  }
}
