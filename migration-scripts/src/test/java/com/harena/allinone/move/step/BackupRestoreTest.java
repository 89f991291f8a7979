package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is restored to any servers, from a directory of its own. */
class BackupRestoreTest {
  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private TestMove move;
  private Path backup;

  @BeforeEach
  void backUp() throws IOException {
    move = new TestMove(folder).filled().upTo("backup");
    backup = current();
    drill();
  }

  private Path current() throws IOException {
    return folder
        .resolve("move.d/backups")
        .resolve(move.state().currentBackup().orElseThrow().folder());
  }

  /** From here on the plan is another, whose new side is empty. */
  private void drill() throws IOException {
    move.directory = "drill.restore.d";
    move.newPlace = "drill";
    move.makeServers();
  }

  private Result restore() throws IOException {
    return move.run(new BackupRestore(backup));
  }

  @Test
  void restoresEverythingProvesItAndLeavesNoMark() throws IOException {
    Result result = restore();

    assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.DONE);
    assertThat(result.message()).contains("restored, and equal to its manifest");
    assertThat(move.sidesAreEqual()).isTrue();
    assertThat(move.server(Side.TARGET, "left").mark()).isEmpty();
    assertThat(move.isFrozen(Side.SOURCE)).isFalse();
  }

  @Test
  void aSecondRunSaysThatItIsDone() throws IOException {
    restore();
    move.done.clear();

    Result again = restore();

    assertThat(again.outcome()).isEqualTo(Outcome.DONE);
    assertThat(again.message()).contains("is restored since");
    assertThat(move.done).isEmpty();
  }

  @Test
  void anInterruptedRunIsTakenUp() throws IOException {
    failAt("restore right notes");
    assertThatThrownBy(this::restore).hasMessage("it went away");
    move.hook = piece -> {};
    move.done.clear();

    assertThat(restore().outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.done)
        .filteredOn(it -> it.startsWith("restore"))
        .containsExactly("restore right notes", "restore right users");
  }

  @Test
  void aTargetThatWasEmptiedInBetweenIsFilledFromTheBegin() throws IOException {
    failAt("restore right notes");
    assertThatThrownBy(this::restore).hasMessage("it went away");
    move.hook = piece -> {};
    move.server(Side.TARGET, "left").unmark();
    move.server(Side.TARGET, "left").tables().forEach(FolderServer::delete);

    assertThat(restore().outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.sidesAreEqual()).isTrue();
  }

  @Test
  void neverRestoresOverWhatItDidNotPutThere() throws IOException {
    move.insert(Side.TARGET, "right", "theirs", "1");

    Result result = restore();

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.message()).contains("drill right is not empty: theirs", "empty it");
    assertThat(move.server(Side.TARGET, "left").names()).isEmpty();
  }

  @Test
  void anotherBackupIsNotRestoredOverTheFirst() throws IOException {
    restore();
    move.directory = "move.d";
    move.newPlace = "new";
    move.run(new BackupStep(true));
    backup = current();
    drill();

    assertThat(restore().message()).contains("drill left is not empty");
  }

  @Test
  void aChangeOfTheTargetIsFoundByTheProof() throws IOException {
    move.hook =
        piece -> {
          if (piece.equals("inventory right target")) {
            move.insert(Side.TARGET, "right", "users", "3 stray");
          }
        };

    Result result = restore();

    assertThat(result.outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(result.message()).contains("differs from its manifest: right", "empty the target");
  }

  @Test
  void nothingIsRestoredFromADamagedBackup() throws IOException {
    Files.delete(backup.resolve("left/users"));
    assertThatThrownBy(this::restore)
        .isInstanceOf(BackupDamaged.class)
        .hasMessageContaining("left/users is missing");
    assertThat(move.server(Side.TARGET, "right").names()).isEmpty();
  }

  @Test
  void aPlanWithoutAnyStoreOfTheBackupIsRefused() throws IOException {
    move.stores = List.of("other");
    move.makeServers();
    assertThat(restore().message())
        .contains("holds nothing for a store of the plan", "left, right");
  }

  private void failAt(String piece) {
    move.hook =
        it -> {
          if (it.equals(piece)) {
            throw new StoreFailure(Side.TARGET, "it went away");
          }
        };
  }
}
