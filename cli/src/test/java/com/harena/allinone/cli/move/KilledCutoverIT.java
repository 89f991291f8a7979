package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.cli.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the midst of a hand-over, and of the way back from it. */
@ExtendWith(StacksExtension.class)
class KilledCutoverIT {
  private static final int KILLS = Integer.getInteger("allinone.cutover.kills", 6);

  @TempDir private Path folder;

  @Test
  void oneSideTakesWritesOrTheStatusSaysThatNoneDoes(Stacks stacks) {
    stacks.reset();
    MoveFolder move = new MoveFolder(stacks.plan(), folder).upTo("verify");
    RandomMoments.run(
        moments -> {
          moments.within(move);
          for (int kills = 0; kills < KILLS; ) {
            kills += killedAtRandom(stacks, move, "cutover", moments);
            if (move.statusHere().path("serving").asText().equals("source") && kills % 3 > 0) {
              assertOldSideServesAfterRollback(stacks, move, moments);
            } else {
              move.run("cutover").with(ExitCode.OK);
              assertNewSideServes(stacks, move);
              assertOldSideServesAfterRollback(stacks, move, moments);
              move.run("migrate").with(ExitCode.OK);
            }
          }
          move.run("cutover").with(ExitCode.OK);
          assertNewSideServes(stacks, move);
          stacks.assertSidesAreEqual();
        });
  }

  /** Kills a step at a random moment, unless it has ended before; returns how many were killed. */
  private static int killedAtRandom(
      Stacks stacks, MoveFolder move, String verb, RandomMoments moments) {
    AllinoneProcess process = move.start(verb);
    if (process.endsWithin(moments.next())) {
      process.end().with(ExitCode.OK);
      return 0;
    }
    process.kill();
    assertNothingIsFrozenInSilence(stacks, move);
    return 1;
  }

  private static void assertNothingIsFrozenInSilence(Stacks stacks, MoveFolder move) {
    JsonNode status = move.statusHere();
    if (status.path("serving").asText().equals("target")) {
      assertThat(stacks.oldSideIsFrozen()).as("the old side keeps writes out").isTrue();
    } else if (!stacks.oldSideTakesWrites()) {
      assertThat(status.path("next").path("message").asText()).contains("frozen", "rollback");
    }
  }

  private static void assertNewSideServes(Stacks stacks, MoveFolder move) {
    assertThat(move.statusHere().path("serving").asText()).isEqualTo("target");
    assertThat(stacks.oldSideIsFrozen()).as("the old side keeps writes out").isTrue();
  }

  private static void assertOldSideServesAfterRollback(
      Stacks stacks, MoveFolder move, RandomMoments moments) {
    killedAtRandom(stacks, move, "rollback", moments);
    move.run("rollback").with(ExitCode.OK);
    assertThat(move.statusHere().path("serving").asText()).isEqualTo("source");
    assertThat(stacks.oldSideTakesWrites()).as("the old side takes writes").isTrue();
  }
}
