package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.engine.ApplicationCheck;
import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.OldStack;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a move: nothing is taken away before all is well, and nothing after a failure. */
class CleanupTest {
  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private TestMove move;

  @BeforeEach
  void cutOver() throws IOException {
    move = new TestMove(folder).filled().upTo("cutover");
  }

  @Test
  void cleanupTakesAFinalBackupOfTheNewSideAndEndsTheMove() throws IOException {
    move.insert(Side.TARGET, "left", "users", "3 new");
    List<String> gone = new ArrayList<>();
    move.parts.add(new OldStack.Part("database", () -> gone.add("database")));

    Result result = move.run(new CleanupStep(() -> "harena-test\n", Optional.empty()));

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
    assertThat(move.run(new CleanupStep(() -> "", Optional.empty())).message())
        .contains("finished since");
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

    assertThatThrownBy(() -> move.run(new CleanupStep(() -> "harena-test", Optional.empty())))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("database")
        .hasMessageContaining("deletion protection is on");
    assertThat(gone).containsExactly("cache");
    assertThat(move.state().closed()).isEmpty();

    works[0] = true;
    assertThat(move.run(new CleanupStep(() -> "harena-test", Optional.empty())).outcome())
        .isEqualTo(Outcome.DONE);
    assertThat(gone).containsExactly("cache", "database", "network");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "harena", "yes"})
  void cleanupNeedsTheTypedName(String typed) throws IOException {
    assertThat(move.run(new CleanupStep(() -> typed, Optional.empty())).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(move.state().backups()).hasSize(1);
  }

  @Test
  void cleanupNeedsAProvenMove(@TempDir(factory = FoldersInMemory.class) Path other)
      throws IOException {
    TestMove unproven = new TestMove(other).filled().upTo("verify");

    assertThat(unproven.run(new CleanupStep(() -> "harena-test", Optional.empty())).message())
        .contains("nothing is proven");
  }

  @Test
  void takesAwayNothingWhileTheApplicationFails() throws IOException {
    move.parts.add(new OldStack.Part("database", () -> Assertions.fail("taken away")));
    move.answers.add(new ApplicationCheck.Answer("health", false, "answered 503"));

    Result result = move.run(new CleanupStep(() -> "harena-test", Optional.empty()));

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.message()).contains("health");
    assertThat(result.lines()).contains("failed   health: answered 503");
  }

  @Test
  void takesAwayNothingWithoutAFinalBackup() throws IOException {
    move.parts.add(new OldStack.Part("database", () -> Assertions.fail("taken away")));
    move.hook =
        piece -> {
          if (piece.equals("backup right notes")) {
            throw new StoreFailure(Side.SOURCE, "it went away");
          }
        };

    assertThatThrownBy(() -> move.run(new CleanupStep(() -> "harena-test", Optional.empty())))
        .isInstanceOfSatisfying(
            StoreFailure.class, it -> assertThat(it.side()).isEqualTo(Side.TARGET));
    assertThat(move.state().closed()).isEmpty();
  }

  /** An hour later than the first try, the new side holds more than that one's backup. */
  @ParameterizedTest
  @ValueSource(strings = {"backup right notes", "destroy"})
  void aFinalBackupOfAnEarlierTryIsFreshForAnHourOnly(String failing) throws IOException {
    boolean[] works = {false};
    Consumer<String> fail =
        piece -> {
          if (piece.equals(failing) && !works[0]) {
            throw new StoreFailure(Side.SOURCE, "it went away");
          }
        };
    move.hook = fail;
    move.parts.add(new OldStack.Part("database", () -> fail.accept("destroy")));
    assertThatThrownBy(() -> move.run(new CleanupStep(() -> "harena-test", Optional.empty())))
        .isInstanceOf(StoreFailure.class);
    move.insert(Side.TARGET, "left", "users", "3 new");
    works[0] = true;
    move.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));

    assertThat(move.run(new CleanupStep(() -> "harena-test", Optional.empty())).outcome())
        .isEqualTo(Outcome.DONE);

    BackupRecord last = move.state().backups().get(move.state().backups().size() - 1);
    assertThat(folder.resolve("move.d/backups").resolve(last.folder()).resolve("left/users"))
        .content()
        .contains("3 new");
  }

  @Test
  void aFinalBackupOfTheFutureIsNotFresh() throws IOException {
    move.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
    move.parts.add(new OldStack.Part("database", new Failing()));
    assertThatThrownBy(() -> move.run(new CleanupStep(() -> "harena-test", Optional.empty())))
        .hasMessageContaining("deletion protection");
    move.insert(Side.TARGET, "left", "users", "3 new");
    move.clock = Clock.systemUTC();

    assertThat(move.run(new CleanupStep(() -> "harena-test", Optional.empty())).outcome())
        .isEqualTo(Outcome.DONE);
    assertThat(move.state().backups()).filteredOn(it -> it.side() == Side.TARGET).hasSize(2);
  }

  @Test
  void thereIsNoWayBackOnceAPartWasAboutToGo() throws IOException {
    move.parts.add(new OldStack.Part("database", new Failing()));
    assertThatThrownBy(() -> move.run(new CleanupStep(() -> "harena-test", Optional.empty())))
        .isInstanceOf(StoreFailure.class);

    Result result = move.run(new RollbackStep(Optional.of("harena-test")));

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.message()).contains("database", "next: cleanup");
    assertThat(move.isFrozen(Side.SOURCE)).isTrue();
  }

  @Test
  void leavesNoMarkOnTheNewSide() throws IOException {
    move.run(new CleanupStep(() -> "harena-test", Optional.empty()));
    assertThat(move.server(Side.TARGET, "left").mark()).isEmpty();
    assertThat(move.server(Side.TARGET, "right").mark()).isEmpty();
  }

  /** Fails the first time. */
  private static final class Failing implements Runnable {
    private boolean failed;

    @Override
    public void run() {
      if (!failed) {
        failed = true;
        throw new IllegalStateException("deletion protection is on");
      }
    }
  }
}
