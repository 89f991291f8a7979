package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan is changed, or the move's directory, between two steps. */
class PlanChangeTest {
  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private TestMove move;

  @BeforeEach
  void fill() throws IOException {
    move = new TestMove(folder).filled();
  }

  @Test
  void nothingIsBelievedOfAnotherNewSide() throws IOException {
    move.upTo("verify");
    move.newPlace = "other";
    move.makeServers();

    assertThat(move.run(new VerifyStep(false)).message()).contains("is not in the new side yet");
    assertThat(move.printed.toString())
        .contains("the plan was changed: left moves to other left instead of new left");
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(move.run(new MigrateStep()).message()).doesNotContain("unchanged");
    assertThat(move.done).contains("restore left users", "restore right users");
    assertThat(move.done).noneMatch(it -> it.startsWith("backup"));
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aBackupOfAnotherOldSideIsNotMoved() throws IOException {
    move.upTo("verify");
    move.oldPlace = "other";
    move.filled();

    assertThat(move.run(new MigrateStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.printed.toString())
        .contains("the plan was changed: right moves from other right instead of old right")
        .contains("taking everything anew");
    assertThat(move.done).contains("backup left users", "backup right users");
    assertThat(move.state().backups()).hasSize(2);
  }

  @Test
  void anUnfinishedBackupOfAnotherOldSideIsNotGoneOnWith() throws IOException {
    failAt("backup right users");
    assertThatThrownBy(() -> move.run(new BackupStep(false))).hasMessage("away");
    move.hook = piece -> {};
    move.oldPlace = "other";
    move.filled();

    assertThat(move.run(new BackupStep(false)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.done).contains("backup left notes");
    assertThat(move.printed.toString()).doesNotContain("going on with");
  }

  @Test
  void aStoreThatIsAddedIsBackedUpAndMovedToo() throws IOException {
    move.stores = List.of("left");
    move.upTo("verify");
    move.stores = List.of("left", "right");

    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(move.run(new MigrateStep()).message()).contains("1 were there unchanged");
    assertThat(move.done).contains("restore right users").doesNotContain("restore left users");
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.sidesAreEqual()).isTrue();
  }

  @Test
  void aStoreThatIsTakenOutHindersNothing() throws IOException {
    move.upTo("backup");
    move.stores = List.of("left");

    assertThat(move.run(new MigrateStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.printed.toString()).contains("the plan was changed: right moves no more");
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.server(Side.SOURCE, "right").isFrozen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "target", "added", "removed"})
  void afterTheCutoverThePlanStaysWhatItWas(String change) throws IOException {
    move.stores = change.equals("added") ? List.of("left") : move.stores;
    move.upTo("cutover");
    move.stores =
        switch (change) {
          case "added" -> List.of("left", "right");
          case "removed" -> List.of("left");
          default -> move.stores;
        };
    move.oldPlace = change.equals("source") ? "other" : "old";
    move.newPlace = change.equals("target") ? "other" : "new";

    Result refused = move.run(new RollbackStep(Optional.empty()));

    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.message()).contains("the plan was changed since the cut-over began");
    move.oldPlace = "old";
    assertThat(move.server(Side.SOURCE, "left").isFrozen()).isTrue();
    assertThat(move.state().serving()).isEqualTo(Side.TARGET);
  }

  @Test
  void aCutoverThatWasKilledIsNotUndoneOnOtherServers() throws IOException {
    move.upTo("verify");
    Mortality mortality = new Mortality();
    move.hook = mortality::moment;
    move.clock = mortality;
    mortality.dieAt(20);
    assertThatThrownBy(() -> move.run(new CutoverStep())).isInstanceOf(Mortality.Death.class);
    mortality.live();
    assertThat(move.isFrozen()).isTrue();
    for (Step step : List.of(new CheckStep(), new VerifyStep(false))) {
      move.run(step);
      assertThat(move.printed.toString())
          .endsWith(
              "the old side may be frozen by a run that was ended in the middle: cutover goes on, rollback opens it\n");
    }
    assertThat(move.isFrozen()).isTrue();
    move.oldPlace = "other";

    assertThat(move.run(new MigrateStep()).outcome()).isEqualTo(Outcome.REFUSED);
    move.oldPlace = "old";
    assertThat(move.run(new MigrateStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.isFrozen()).isFalse();
  }

  @Test
  void aCopyOfTheDirectoryIsRefusedWhileTheMoveGoesOnInTheOther() throws IOException {
    move.upTo("backup");
    Path copy = Files.createDirectories(folder.resolve("copy.d"));
    Files.copy(folder.resolve("move.d/journal.ndjson"), copy.resolve("journal.ndjson"));
    move.upTo("cutover");

    move.directory = "copy.d";
    Result refused = move.run(new MigrateStep());

    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.message())
        .contains(copy + " is a copy of " + folder.resolve("move.d"), "go on there");
    assertThat(move.done).isEmpty();
  }

  @Test
  void theDirectoryMayBeMoved() throws IOException {
    move.upTo("backup");
    Files.move(folder.resolve("move.d"), folder.resolve("elsewhere.d"));
    move.directory = "elsewhere.d";

    assertThat(move.run(new BackupStep(false)).message()).contains("is finished already");
    move.upTo("cutover");
    assertThat(move.state().serving()).isEqualTo(Side.TARGET);
  }

  private void failAt(String piece) {
    move.hook =
        it -> {
          if (it.equals(piece)) {
            throw new com.harena.allinone.move.store.StoreFailure(Side.SOURCE, "away");
          }
        };
  }
}
