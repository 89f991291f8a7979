package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.engine.OldStack;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to the old side after the cut-over is not taken away unseen. */
class LateWritesTest {
  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private TestMove move;

  @BeforeEach
  void cutOver() throws IOException {
    move = new TestMove(folder).filled().upTo("cutover");
  }

  @Test
  void cleanupRefusesToLoseWhatWasWrittenToTheOldSideSinceTheCutover() throws IOException {
    move.parts.add(new OldStack.Part("database", () -> Assertions.fail("taken away")));
    writeToTheFrozenOldSide("right", "users", "3 stubborn");

    Result result = move.run(new CleanupStep(Assertions::fail, Optional.empty()));

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.message())
        .contains("written to since the cut-over: right; clean-up", "--lose harena-test");
    assertThat(result.lines())
        .contains(
            "         table users has 2 on the old side at the cut-over and 3 on the old side now");
    assertThat(move.state().backups()).hasSize(1);

    Step other = new CleanupStep(Assertions::fail, Optional.of("harena"));
    assertThat(move.run(other).message()).startsWith("--lose harena is not the name");
    move.parts.clear();
    Step told = new CleanupStep(() -> "harena-test", Optional.of("harena-test"));
    assertThat(move.run(told).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void anOldSideThatCannotBeReadIsTakenAwayOnlyByName() throws IOException {
    move.hook =
        piece -> {
          if (piece.equals("inventory left source")) {
            throw new StoreFailure(Side.SOURCE, "it went away");
          }
        };

    assertThatThrownBy(() -> move.run(new CleanupStep(Assertions::fail, Optional.empty())))
        .isInstanceOfSatisfying(
            StoreFailure.class, it -> assertThat(it.side()).isEqualTo(Side.SOURCE))
        .hasMessageContaining("cannot be told: it went away")
        .hasMessageContaining("--lose harena-test");
    Step told = new CleanupStep(() -> "harena-test", Optional.of("harena-test"));
    assertThat(move.run(told).outcome()).isEqualTo(Outcome.DONE);
  }

  private void writeToTheFrozenOldSide(String store, String table, String row) {
    Path file = move.server(Side.SOURCE, store).path().resolve(table);
    FolderServer.write(file, FolderServer.read(file) + row + "\n");
  }
}
