package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.engine.OldStack;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows a cut-over: the way back, and the end. */
class RollbackTest {
  @TempDir private Path folder;

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
  void cleanupTakesAFinalBackupOfTheNewSideAndEndsTheMove() throws IOException {
    move.insert(Side.TARGET, "left", "users", "3 new");
    List<String> gone = new ArrayList<>();
    move.parts.add(new OldStack.Part("database", () -> gone.add("database")));

    Result result = move.run(new CleanupStep(() -> "harena-test\n"));

    assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.DONE);
    assertThat(gone).containsExactly("database");
    String backup = move.state().backups().get(1).folder();
    assertThat(
            BackupProof.prove(folder.resolve("move.d/backups").resolve(backup), bytes -> {})
                .store("left")
                .orElseThrow()
                .inventory()
                .items()
                .get(2)
                .count())
        .isEqualTo(3);
    assertThat(move.run(new CleanupStep(() -> "")).message()).contains("finished since");
    assertThat(move.run(new RollbackStep(Optional.empty())).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void defect17AFailedDestroyStopsTheCleanup() throws IOException {
    List<String> gone = new ArrayList<>();
    boolean[] works = {false};
    move.parts.add(new OldStack.Part("cache", () -> gone.add("cache")));
    move.parts.add(
        new OldStack.Part(
            "database",
            () -> {
              if (!works[0]) {
                throw new IllegalStateException("deletion protection is on");
              }
              gone.add("database");
            }));
    move.parts.add(new OldStack.Part("network", () -> gone.add("network")));

    assertThatThrownBy(() -> move.run(new CleanupStep(() -> "harena-test")))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("database")
        .hasMessageContaining("deletion protection is on");
    assertThat(gone).containsExactly("cache");
    assertThat(move.state().closed()).isEmpty();

    works[0] = true;
    assertThat(move.run(new CleanupStep(() -> "harena-test")).outcome()).isEqualTo(Outcome.DONE);
    assertThat(gone).containsExactly("cache", "database", "network");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "harena", "yes"})
  void cleanupNeedsTheTypedName(String typed) throws IOException {
    assertThat(move.run(new CleanupStep(() -> typed)).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(move.state().backups()).hasSize(1);
  }

  @Test
  void cleanupNeedsAProvenMove(@TempDir Path other) throws IOException {
    TestMove unproven = new TestMove(other).filled().upTo("verify");

    assertThat(unproven.run(new CleanupStep(() -> "harena-test")).message())
        .contains("nothing is proven");
  }
}
