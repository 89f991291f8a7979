package com.harena.allinone.move.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.testing.FoldersInMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process works on a move; the lock is the system's, so these tests start other processes. */
class MoveLockTest {
  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  @Test
  void aSecondProcessIsRefusedUntilTheFirstIsKilled() throws Exception {
    try (OtherProcess other = OtherProcess.start(List.of(), "take", folder)) {
      assertThat(other.line()).isEqualTo("taken");

      assertThatThrownBy(() -> MoveLock.take(folder))
          .isInstanceOf(MoveBusy.class)
          .hasMessage(
              "process %d works on the move in %s: wait for it, or end it"
                  .formatted(other.pid(), folder));
      assertThat(MoveLock.runningIn(folder)).contains(other.pid());

      other.kill();
      assertThat(folder.resolve("lock")).hasContent(Long.toString(other.pid()));
      assertThat(MoveLock.runningIn(folder)).isEmpty();
      MoveLock.take(folder).close();
    }
  }

  /** The system releases a lock when its process closes the file anywhere else. */
  @Test
  void whoAsksInTheSameProcessDoesNotReleaseIt() throws Exception {
    try (MoveLock lock = MoveLock.take(folder)) {
      assertThat(lock).isNotNull();
      assertThat(MoveLock.runningIn(folder)).contains(ProcessHandle.current().pid());
      assertThatThrownBy(() -> MoveLock.take(folder)).isInstanceOf(MoveBusy.class);

      try (OtherProcess other = OtherProcess.start(List.of(), "take", folder)) {
        assertThat(other.line())
            .isEqualTo(
                "process %d works on the move in %s: wait for it, or end it"
                    .formatted(ProcessHandle.current().pid(), folder));
      }
    }
  }

  /** Who asks holds the lock for a moment. */
  @Test
  void whoAsksFromAnotherProcessIsInNobodysWay() throws Exception {
    MoveLock.take(folder).close();
    try (OtherProcess other = OtherProcess.start(List.of(), "ask", folder)) {
      assertThat(other.line()).isEqualTo("asking");
      MoveLock.take(folder).close();
    }
  }

  @Test
  void aFullDiskLeavesWholeLines() throws Exception {
    int limit = 20_000;
    try (OtherProcess other =
        OtherProcess.start(List.of("prlimit", "--fsize=" + limit), "fill", folder)) {
      assertThat(other.line()).startsWith("full after ");
      assertThat(other.line()).isEqualTo("written");
    }
    List<String> lines = new ArrayList<>();
    Journal.read(folder, entry -> lines.add(entry.text("text")));
    assertThat(lines).hasSizeGreaterThan(20).endsWith("small");
    assertThat(Files.readString(folder.resolve("journal.ndjson"))).endsWith("\n");
  }
}
