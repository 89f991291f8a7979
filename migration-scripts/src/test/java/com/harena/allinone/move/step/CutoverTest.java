package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong during a cut-over, the old side takes writes again. */
class CutoverTest {
  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private TestMove move;

  @BeforeEach
  void prove() throws IOException {
    move = new TestMove(folder).filled().upTo("verify");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inventory left source", "inventory right target", "freeze right"})
  void aFailureDuringTheCutoverOpensTheOldSide(String piece) throws IOException {
    move.hook =
        it -> {
          if (it.equals(piece)) {
            throw new StoreFailure(Side.TARGET, "it went away");
          }
        };

    assertThatThrownBy(() -> move.run(new CutoverStep()))
        .isInstanceOf(StoreFailure.class)
        .hasMessage("it went away");
    assertThat(move.isFrozen()).isFalse();
    assertThat(move.state().isFrozen(Side.SOURCE)).isFalse();
    assertThat(move.state().serving()).isEqualTo(Side.SOURCE);
  }

  /** The journal itself cannot be written by a thread that is interrupted. */
  @Test
  void anInterruptionBeforeTheFirstLineOfTheStepIsNoFailure() throws IOException {
    move.interruption.ask();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> move.run(new CutoverStep())).isInstanceOf(MoveInterrupted.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(move.isFrozen()).isFalse();
  }

  @Test
  void anInterruptedCutoverOpensTheOldSideAndIsNoted() throws IOException {
    move.hook =
        it -> {
          if (it.equals("inventory left source")) {
            move.interruption.ask();
          }
        };

    assertThatThrownBy(() -> move.run(new CutoverStep())).isInstanceOf(MoveInterrupted.class);
    assertThat(move.isFrozen()).isFalse();
    assertThat(move.state().runs().get(4).outcome()).isEqualTo("interrupted");
  }

  @Test
  void aCutoverThatCannotOpenTheOldSideAgainLeavesThatToTheNextCommand() throws IOException {
    move.insert(Side.SOURCE, "left", "users", "3 late");
    move.hook =
        it -> {
          if (it.equals("unfreeze left")) {
            throw new StoreFailure(Side.SOURCE, "old left went away");
          }
        };

    assertThatThrownBy(() -> move.run(new CutoverStep()))
        .hasMessageContaining("old left went away")
        .hasMessageContaining("rollback");
    assertThat(move.server(Side.SOURCE, "right").isFrozen()).isFalse();
    move.hook = piece -> {};
    assertThat(move.run(new MigrateStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.printed.toString()).contains("while the old side was frozen: opening it");
    assertThat(move.isFrozen()).isFalse();
    assertThat(move.sidesAreEqual()).isTrue();
  }

  @Test
  void aFailureToWriteTheRecordOpensTheOldSide() throws IOException {
    int[] looks = {0};
    move.hook = piece -> looks[0] += piece.startsWith("inventory") ? 1 : 0;
    move.clock =
        new Broken(
            () -> looks[0] == 4 && Files.exists(folder.resolve("move.d/cutover/right.json")));

    assertThatThrownBy(() -> move.run(new CutoverStep())).hasMessageContaining("no space left");
    assertThat(move.isFrozen()).isFalse();
    assertThat(move.state().serving()).isEqualTo(Side.SOURCE);
    move.clock = Clock.systemUTC();
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void usersWhoCannotBeLedAreLedByTheNextRunWithoutAnotherProof() throws IOException {
    move.hook =
        piece -> {
          if (piece.equals("lead target")) {
            throw new IllegalStateException("no such record");
          }
        };
    assertThatThrownBy(() -> move.run(new CutoverStep())).hasMessage("no such record");
    assertThat(move.state().serving()).isEqualTo(Side.TARGET);
    assertThat(move.isFrozen()).isTrue();
    assertThat(move.run(new CheckStep()).message()).contains("next: cutover or rollback");
    move.hook = piece -> {};
    move.done.clear();

    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.done).containsExactly("lead target");
    assertThat(move.led).contains(Side.TARGET);
  }

  @Test
  void theLiveOldSideIsProvenNotTheBackup() throws IOException {
    String backup = move.state().currentBackup().orElseThrow().folder();
    Path users = folder.resolve("move.d/backups").resolve(backup).resolve("left/users");
    Files.writeString(users, "nothing of this is true");
    assertThat(move.run(new CutoverStep()).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aSecondFailureToOpenIsAddedToTheFirst() throws IOException {
    move.hook =
        piece -> {
          if (piece.equals("inventory left target") || piece.startsWith("unfreeze")) {
            throw new StoreFailure(Side.SOURCE, "no answer to " + piece);
          }
        };

    assertThatThrownBy(() -> move.run(new CutoverStep()))
        .hasMessage("no answer to inventory left target")
        .satisfies(
            it ->
                assertThat(it.getSuppressed()[0])
                    .hasMessageContaining("no answer to unfreeze left"));
    assertThat(move.printed.toString())
        .contains("no answer to unfreeze left; no answer to unfreeze right");
    assertThat(move.state().isFrozen(Side.SOURCE)).isTrue();
  }
}
