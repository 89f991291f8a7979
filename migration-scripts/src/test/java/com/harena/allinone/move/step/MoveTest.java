package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.engine.ApplicationCheck.Answer;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoveTest {
  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private TestMove move;

  @BeforeEach
  void fill() throws IOException {
    move = new TestMove(folder).filled();
  }

  @Test
  void movesEverythingAndProvesIt() throws IOException {
    for (Step step :
        List.of(
            new CheckStep(),
            new BackupStep(false),
            new MigrateStep(),
            new VerifyStep(false),
            new CutoverStep())) {
      Result result = move.run(step);
      assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.DONE);
    }

    assertThat(move.sidesAreEqual()).isTrue();
    assertThat(move.state().serving()).isEqualTo(Side.TARGET);
    assertThat(move.isFrozen()).isTrue();
    assertThat(move.led).contains(Side.TARGET);
  }

  @Test
  void aSecondRunOfFinishedWorkSaysSoAndDoesNothing() throws IOException {
    move.upTo("migrate");
    assertThat(move.run(new BackupStep(false)).message()).contains("is finished already");
    assertThat(move.run(new MigrateStep()).message()).contains("is in the new side already");
    assertThat(move.done).isEmpty();

    move.upTo("cutover");
    for (Step step :
        List.of(
            new CheckStep(),
            new BackupStep(false),
            new MigrateStep(),
            new VerifyStep(false),
            new CutoverStep())) {
      Result result = move.run(step);
      assertThat(result.outcome()).isEqualTo(Outcome.DONE);
      assertThat(result.message()).contains("the new side serves since");
    }
    assertThat(move.done).isEmpty();
  }

  @Test
  void checkReportsEverythingAtOnce() throws IOException {
    for (String store : List.of("left", "right")) {
      Path server = move.server(Side.SOURCE, store).path();
      Files.move(server, server.resolveSibling(store + "-away"));
    }

    Result result = move.run(new CheckStep());

    assertThat(result.outcome()).isEqualTo(Outcome.UNFIT);
    assertThat(result.message()).contains("2 errors");
    assertThat(result.lines()).hasSize(2).allMatch(line -> line.contains("cannot be reached"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"left", "right"})
  void aWriteAfterTheBackupIsFoundByTheCutoverWhichNamesTheStoreAndOpensTheOldSide(String store)
      throws IOException {
    move.upTo("verify");
    move.insert(Side.SOURCE, store, "users", "3 late");

    Result result = move.run(new CutoverStep());

    assertThat(result.outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(result.message()).contains("refused: " + store + " differs");
    assertThat(result.lines()).anyMatch(line -> line.contains("only on the source: 3 late"));
    assertThat(move.isFrozen()).isFalse();
    assertThat(move.state().serving()).isEqualTo(Side.SOURCE);
    assertThat(move.led).contains(Side.SOURCE);

    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.REFUSED);
    move.done.clear();
    Result again = move.run(new MigrateStep());

    assertThat(again.outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.printed.toString()).contains("taking everything anew");
    assertThat(again.message()).contains("1 were there unchanged");
    assertThat(move.done)
        .contains("clear " + store)
        .filteredOn(it -> it.startsWith("restore"))
        .hasSize(3)
        .allMatch(it -> it.contains(store));
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.sidesAreEqual()).isTrue();
  }

  @Test
  void verifyAgainstTheManifestIsPassedWhereTheOldSideMovedOn() throws IOException {
    move.upTo("migrate");
    move.insert(Side.SOURCE, "left", "users", "3 late");

    assertThat(move.run(new VerifyStep(true)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.run(new VerifyStep(false)).outcome()).isEqualTo(Outcome.DIFFERS);
  }

  @Test
  void whatWasChangedOnTheNewSideIsFoundAndRestoredAnewFromTheSameBackup() throws IOException {
    move.upTo("migrate");
    move.insert(Side.TARGET, "right", "notes", "3 stray");

    Result result = move.run(new VerifyStep(true));
    assertThat(result.outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(result.message()).contains("right").doesNotContain("left");

    move.done.clear();
    assertThat(move.run(new MigrateStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.done).noneMatch(it -> it.startsWith("backup")).contains("clear right");
    assertThat(move.run(new VerifyStep(false)).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void verifyFailsWhenTheApplicationDoes() throws IOException {
    move.upTo("migrate");
    move.answers.add(new Answer("health", false, "answered 503"));

    Result result = move.run(new VerifyStep(false));

    assertThat(result.outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(result.message()).contains("health");
    assertThat(result.lines()).contains("failed   health: answered 503");
  }

  @Test
  void neverWritesOverWhatItDidNotPutThere() throws IOException {
    Path foreign = move.server(Side.TARGET, "right").path().resolve("theirs");
    Files.writeString(foreign, "1\n");
    move.upTo("backup");

    Result result = move.run(new MigrateStep());

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.message()).contains("new right", "theirs", "empty it");
    assertThat(move.done).isEmpty();
    assertThat(foreign).hasContent("1");
  }

  @Test
  void aSecondMoveToTheSameNewSideIsRefused() throws IOException {
    move.upTo("migrate");
    TestMove second = new TestMove(folder);
    second.directory = "second.d";
    second.upTo("backup");

    assertThat(second.run(new MigrateStep()).message()).contains("did not put there");
    assertThat(second.done).isEmpty();
    assertThat(move.run(new VerifyStep(true)).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void nothingIsRestoredFromADamagedBackup() throws IOException {
    move.upTo("backup");
    String backup = move.state().currentBackup().orElseThrow().folder();
    Files.writeString(
        folder.resolve("move.d/backups/" + backup + "/left/users"), "9 false\n2 left\n");

    assertThatThrownBy(() -> move.run(new MigrateStep()))
        .isInstanceOf(BackupDamaged.class)
        .hasMessageContaining("left/users");
    assertThat(move.done).isEmpty();
  }

  @Test
  void defect8AFailedStepGoesOnWhereItStopped() throws IOException {
    move.upTo("check");
    move.hook =
        piece -> {
          if (piece.equals("backup right notes")) {
            throw new StoreFailure(Side.SOURCE, "old right went away");
          }
        };
    assertThatThrownBy(() -> move.run(new BackupStep(false))).isInstanceOf(StoreFailure.class);
    assertThat(move.state().runs().get(1).outcome()).isEqualTo("failed");
    assertThat(move.state().runs().get(1).message()).isEqualTo("old right went away");
    move.done.clear();
    move.hook = piece -> {};

    assertThat(move.run(new BackupStep(false)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.done).containsExactly("backup right notes", "backup right users");
    move.upTo("cutover");
    assertThat(move.sidesAreEqual()).isTrue();
  }

  @Test
  void refusesTheDirectoryOfAnotherMove() throws IOException {
    move.upTo("check");
    move.environment = "other";

    assertThat(move.run(new BackupStep(false)).message()).contains("the move of harena-test");
  }
}
