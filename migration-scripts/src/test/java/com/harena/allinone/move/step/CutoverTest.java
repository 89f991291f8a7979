package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong during a cut-over, the old side takes writes again. */
class CutoverTest {
  @TempDir private Path folder;

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
    assertThat(move.state().isFrozen()).isFalse();
    assertThat(move.state().serving()).isEqualTo(Side.SOURCE);
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
  void aCutoverThatCannotOpenTheOldSideAgainLeavesThatToRollback() throws IOException {
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
    assertThat(FolderStore.isFrozen(move.server(Side.SOURCE, "right"))).isFalse();
    move.hook = piece -> {};
    assertThat(move.run(new MigrateStep()).message()).contains("rollback");
    assertThat(move.run(new RollbackStep(Optional.empty())).outcome()).isEqualTo(Outcome.DONE);
    assertThat(move.isFrozen()).isFalse();
  }
}
