package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unfinished backup is gone on with only where it is as it was left. */
class ResumedBackupTest {
  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private TestMove move;
  private String unfinished;

  @BeforeEach
  void beginABackup() throws IOException {
    move = new TestMove(folder).filled();
    move.hook =
        piece -> {
          if (piece.equals("backup right users")) {
            throw new StoreFailure(Side.SOURCE, "no space left");
          }
        };
    assertThatThrownBy(() -> move.run(new BackupStep(false))).hasMessage("no space left");
    move.hook = piece -> {};
    move.done.clear();
    unfinished = move.state().backups().get(0).folder();
    assertThat(move.state().currentBackup()).isEmpty();
  }

  private Path path(String backup) {
    return folder.resolve("move.d/backups").resolve(backup);
  }

  private void remove(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The backup is finished, complete, and not the one that was begun. */
  private void assertTakenAnew() throws IOException {
    Result result = move.run(new BackupStep(false));
    assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.DONE);
    BackupRecord backup = move.state().currentBackup().orElseThrow();
    assertThat(backup.folder()).isNotEqualTo(unfinished);
    assertThat(BackupProof.prove(path(backup.folder()), bytes -> {}).files()).hasSize(6);
    assertThat(move.state().backups()).containsExactly(backup);
    assertThat(move.printed.toString())
        .contains("backups/%s was never finished and cannot be gone on with".formatted(unfinished));
    assertThat(move.done)
        .filteredOn(it -> it.startsWith("backup"))
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

  @Test
  void goesOnWhereItStopped() throws IOException {
    Result result = move.run(new BackupStep(false));
    assertThat(result.message()).startsWith("backups/" + unfinished + " holds 2 stores in 6 files");
    assertThat(move.done).containsExactly("backup right users");
  }

  /** As an operator does when the disk is full. */
  @Test
  void isTakenAnewWhereItsFolderWasRemoved() throws IOException {
    remove(path(unfinished));
    assertTakenAnew();
  }

  @Test
  void isTakenAnewWhereAFinishedStoreLostAFile() throws IOException {
    Files.delete(path(unfinished).resolve("left/notes"));
    assertTakenAnew();
  }

  @Test
  void isTakenAnewWhereAFinishedStoreWasCutShort() throws IOException {
    Files.writeString(path(unfinished).resolve("left/notes"), "1");
    assertTakenAnew();
  }

  @Test
  void isTakenAnewByAnotherVersion() throws IOException {
    move.tool = "0.2.0";
    assertTakenAnew();
  }

  @Test
  void isTakenAnewAfterAStoreFoundItsOwnPartDamaged() throws IOException {
    move.hook =
        piece -> {
          throw new BackupDamaged("right/users is missing");
        };
    assertThatThrownBy(() -> move.run(new BackupStep(false))).isInstanceOf(BackupDamaged.class);
    move.hook = piece -> {};
    move.done.clear();
    assertTakenAnew();
  }

  @Test
  void aFinishedBackupWhoseManifestIsGoneIsTakenAgain() throws IOException {
    move.run(new BackupStep(false));
    assertThat(move.run(new BackupStep(false)).message()).contains("is finished already");
    remove(path(unfinished));

    assertThat(move.run(new BackupStep(false)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.state().currentBackup().orElseThrow().folder()).isNotEqualTo(unfinished);
    assertThat(move.run(new MigrateStep()).outcome()).isEqualTo(Outcome.DONE);
  }

  /** Else the pieces of the old one would count as done in the new one. */
  @Test
  void aNameIsNeverGivenTwiceThoughTheClockWasSetBack() throws IOException {
    move.run(new BackupStep(false));
    remove(path(unfinished));
    move.done.clear();
    Instant then =
        Instant.parse(unfinished.replaceFirst("(....)(..)(..)_(..)(..)(..)", "$1-$2-$3T$4:$5:$6Z"));
    move.clock = Clock.fixed(then, ZoneOffset.UTC);

    assertThat(move.run(new BackupStep(false)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.state().currentBackup().orElseThrow().folder()).isNotEqualTo(unfinished);
    assertThat(move.done).hasSize(6);
    move.clock = Clock.offset(Clock.fixed(then, ZoneOffset.UTC), Duration.ofDays(-1));
    assertThat(move.upTo("cutover").state().serving()).isEqualTo(Side.TARGET);
  }
}
