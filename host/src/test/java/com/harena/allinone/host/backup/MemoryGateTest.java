package com.harena.allinone.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.host.timing.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryGateTest {
  private static final Path FIGURES = Path.of("/proc/meminfo");

  @TempDir private Path root;
  private final List<String> said = new ArrayList<>();
  private final VirtualTime time = new VirtualTime();
  private DiskFiles files;

  @BeforeEach
  void standOnAMachine() {
    files = new DiskFiles(root);
  }

  @Test
  void passesAtOnceWithMemoryForTheWorkAndTheReserve() {
    available(128);

    new MemoryGate(files, time, said::add).pass("backup", 96);

    assertThat(time.seconds()).isZero();
    assertThat(said).containsExactly("backup: 128 MiB of memory available, 128 MiB needed");
  }

  @Test
  void waitsUntilAServiceGivesMemoryBack() {
    available(127);
    Timing giving =
        new Timing() {
          @Override
          public Instant now() {
            return time.now();
          }

          @Override
          public void pause(Duration pause) {
            time.pause(pause);
            if (time.seconds() >= 60) {
              available(200);
            }
          }
        };

    new MemoryGate(files, giving, said::add).pass("backup", 96);

    assertThat(time.seconds()).isEqualTo(60);
    assertThat(said)
        .containsExactly(
            "backup: waits for memory: 127 MiB available, 128 MiB needed",
            "backup: 200 MiB of memory available, 128 MiB needed");
  }

  @Test
  void refusesWithBothFiguresWhenNoneComesFree() {
    available(40);

    assertThatThrownBy(() -> new MemoryGate(files, time, said::add).pass("backup", 96))
        .isInstanceOfSatisfying(
            BackupFailed.class,
            failure -> assertThat(failure.fault()).isEqualTo(BackupFault.MEMORY_SHORT))
        .hasMessage(
            "backup: 40 MiB of memory available after 10 minutes, 128 MiB needed (96 for it, 32 in reserve); lower a limit of the blueprint, or see which service grows");
  }

  private void available(long mebibytes) {
    files.write(
        FIGURES,
        "MemTotal:        1959000 kB\nMemFree:            5000 kB\nMemAvailable:   %d kB\n"
            .formatted(mebibytes * 1024),
        FileMode.PLAIN);
  }
}
