package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back: it loses nothing that it was not told to lose by name. */
class RollbackTest {
  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private TestMove move;

  @BeforeEach
  void cutOver() throws IOException {
    move = new TestMove(folder).filled().upTo("cutover");
  }

  @Test
  void rollbackOpensTheOldSideWhenNothingWasWritten() throws IOException {
    Result result = move.run(new RollbackStep(Optional.empty()));

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.isFrozen()).isFalse();
    assertThat(move.state().serving()).isEqualTo(Side.SOURCE);
    assertThat(move.led).contains(Side.SOURCE);
    assertThat(move.run(new RollbackStep(Optional.empty())).message())
        .contains("rolled back already");
  }

  @Test
  void defect7RollbackRefusesToLoseWhatWasWrittenToTheNewSide() throws IOException {
    move.insert(Side.TARGET, "right", "users", "3 precious");

    Result result = move.run(new RollbackStep(Optional.empty()));

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.message()).contains("right", "--lose harena-test");
    assertThat(result.lines())
        .contains("         table users has 2 on the old side and 3 on the new side")
        .contains("           only on the new side: 3 precious");
    assertThat(move.state().serving()).isEqualTo(Side.TARGET);
    assertThat(move.isFrozen()).isTrue();
    assertThat(move.led).contains(Side.TARGET);

    assertThat(move.run(new RollbackStep(Optional.of("harena"))).outcome())
        .isEqualTo(Outcome.REFUSED);
    Result lost = move.run(new RollbackStep(Optional.of("harena-test")));

    assertThat(lost.outcome()).isEqualTo(Outcome.DONE);
    assertThat(lost.message()).contains("is not in it");
    assertThat(move.isFrozen()).isFalse();
  }

  @Test
  void everythingIsMovedAnewAfterARollback() throws IOException {
    move.insert(Side.TARGET, "right", "users", "3 lost");
    move.run(new RollbackStep(Optional.of("harena-test")));
    move.insert(Side.SOURCE, "left", "users", "4 kept");

    assertThat(move.run(new MigrateStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.sidesAreEqual()).isTrue();
  }

  @Test
  void aWriteDuringTheComparisonIsRefusedByTheNewSide() throws IOException {
    move.hook =
        piece -> {
          if (piece.equals("inventory left target")) {
            assertThatThrownBy(() -> move.insert(Side.TARGET, "right", "users", "3 late"))
                .hasMessage("frozen");
          }
        };

    assertThat(move.run(new RollbackStep(Optional.empty())).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.done).contains("freeze new right", "inventory left target");
    assertThat(move.isFrozen(Side.TARGET)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"freeze new right", "inventory right target"})
  void aNewSideThatFailsStaysInService(String piece) throws IOException {
    failAt(piece);

    assertThatThrownBy(() -> move.run(new RollbackStep(Optional.empty())))
        .isInstanceOfSatisfying(
            StoreFailure.class, it -> assertThat(it.side()).isEqualTo(Side.TARGET));
    assertThat(move.state().serving()).isEqualTo(Side.TARGET);
    assertThat(move.isFrozen(Side.TARGET)).isFalse();
    assertThat(move.isFrozen(Side.SOURCE)).isTrue();
    assertThat(move.led).contains(Side.TARGET);
  }

  @Test
  void anInterruptedRollbackLeavesTheNewSideInService() throws IOException {
    move.hook =
        piece -> {
          if (piece.equals("inventory right target")) {
            move.interruption.ask();
          }
        };

    assertThatThrownBy(() -> move.run(new RollbackStep(Optional.of("harena-test"))))
        .isInstanceOf(MoveInterrupted.class);
    assertThat(move.state().serving()).isEqualTo(Side.TARGET);
    assertThat(move.isFrozen(Side.TARGET)).isFalse();
    assertThat(move.led).contains(Side.TARGET);
  }

  /** Else a new side that is gone would leave the operator without any. */
  @ParameterizedTest
  @ValueSource(strings = {"freeze new left", "inventory right target"})
  void aNewSideThatIsGoneIsLostOnlyByName(String piece) throws IOException {
    failAt(piece);
    assertThatThrownBy(() -> move.run(new RollbackStep(Optional.empty())))
        .isInstanceOf(StoreFailure.class);

    Result result = move.run(new RollbackStep(Optional.of("harena-test")));

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.message())
        .endsWith("what was written to the new side is not in it, and not known");
    assertThat(move.printed.toString()).contains("cannot be told: it went away");
    assertThat(move.isFrozen(Side.SOURCE)).isFalse();
    assertThat(move.state().serving()).isEqualTo(Side.SOURCE);
  }

  @Test
  void aNewSideThatCannotBeOpenedAgainIsOpenedByTheNextCommand() throws IOException {
    failAt("unfreeze new right");
    assertThat(move.run(new RollbackStep(Optional.empty())).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.printed.toString()).contains("the new side could not be opened again");
    assertThat(move.isFrozen(Side.TARGET)).isTrue();
    move.hook = piece -> {};

    assertThat(move.run(new MigrateStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.isFrozen(Side.TARGET)).isFalse();
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void whatIsLostIsKeptByItsKeys() throws IOException {
    move.insert(Side.TARGET, "right", "users", "3 precious");
    Result lost = move.run(new RollbackStep(Optional.of("harena-test")));

    String line = lost.lines().get(lost.lines().size() - 1);
    assertThat(line).startsWith("all of it: ");
    assertThat(Path.of(line.substring("all of it: ".length())))
        .content()
        .contains("\"key\":\"3 precious\"");
  }

  @Test
  void withoutTheInventoryOfTheCutoverNothingIsGuessed() throws IOException {
    Files.delete(folder.resolve("move.d/cutover/left.json"));

    assertThatThrownBy(() -> move.run(new RollbackStep(Optional.empty())))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("left.json")
        .hasMessageContaining("restore the file");
    assertThat(move.isFrozen(Side.TARGET)).isFalse();
  }

  @Test
  void verifyFindsThatNothingChangedSinceAndCutoverGoesOnFromThere() throws IOException {
    move.run(new RollbackStep(Optional.empty()));
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.REFUSED);

    assertThat(move.run(new VerifyStep(false)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
  }

  private void failAt(String piece) {
    move.hook =
        it -> {
          if (it.equals(piece)) {
            // As a store says whose source the new server is.
            throw new StoreFailure(
                piece.contains("freeze") ? Side.SOURCE : Side.TARGET, "it went away");
          }
        };
  }
}
