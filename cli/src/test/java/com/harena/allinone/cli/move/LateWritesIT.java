package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.cli.move.AllinoneProcess.Ended;
import com.harena.allinone.move.store.Side;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is written between the steps, to each store in turn, is never lost in silence. */
@ExtendWith(StacksExtension.class)
class LateWritesIT {
  @TempDir private Path folder;

  @Test
  void writesAfterTheBackupAreFoundAndMovedAndThoseAfterTheCutoverKept(Stacks stacks) {
    stacks.reset();
    MoveFolder move = new MoveFolder(stacks.plan(), folder).upTo("migrate");
    int number = 1;
    for (TestStore late : stacks.stores()) {
      late.write(Side.SOURCE, number);
      assertCutoverRefuses(stacks, move, late, number++);
      assertMigrateMovesIt(stacks, move, late);
    }
    move.run("verify").with(ExitCode.OK);
    move.run("cutover").with(ExitCode.OK);
    stacks.assertSidesAreEqual();
    assertFinishedStepsSaySo(move);
    assertRollbackLosesNothingUnlessTold(stacks, move);
    assertCleanupEndsAProvenMove(stacks, move);
  }

  private static void assertCutoverRefuses(
      Stacks stacks, MoveFolder move, TestStore late, int number) {
    Ended refused = move.run("cutover").with(ExitCode.DATA_DIFFERS);
    assertThat(refused.complaint()).contains("refused: " + late.name() + " differs");
    assertThat(refused.out()).contains("differs  " + late.name(), late.place(), late.key(number));
    for (TestStore other : stacks.stores()) {
      if (other != late) {
        assertThat(refused.out()).contains("equal    " + other.name());
      }
    }
    assertThat(stacks.oldSideTakesWrites()).as("the old side takes writes").isTrue();
  }

  private static void assertMigrateMovesIt(Stacks stacks, MoveFolder move, TestStore late) {
    Ended again = move.run("migrate").with(ExitCode.OK);
    assertThat(again.err())
        .contains("older than what the old side holds now: taking everything anew")
        .contains(late.name() + " differs on the new side: clearing it there");
    for (TestStore other : stacks.stores()) {
      if (other != late) {
        assertThat(again.err()).contains(other.name() + " has not changed since");
      }
    }
  }

  private static void assertFinishedStepsSaySo(MoveFolder move) {
    for (String verb : List.of("backup", "migrate", "cutover")) {
      assertThat(move.run(verb).with(ExitCode.OK).out())
          .contains("nothing to do: both sides were proven equal, and the new side serves since");
    }
  }

  private static void assertRollbackLosesNothingUnlessTold(Stacks stacks, MoveFolder move) {
    stacks.stores().forEach(store -> store.write(Side.TARGET, 7));
    Ended refused = move.run("rollback").with(ExitCode.MOVE_REFUSED);
    assertThat(refused.complaint()).contains("--lose " + MoveFolder.ENVIRONMENT);
    for (TestStore store : stacks.stores()) {
      assertThat(refused.complaint()).contains(store.name());
      assertThat(refused.out()).contains(store.place(), "only on the new side: " + store.key(7));
    }
    assertThat(move.run("rollback", "--lose", "harena").with(ExitCode.MOVE_REFUSED).complaint())
        .contains("--lose harena", MoveFolder.ENVIRONMENT);
    assertThat(stacks.oldSideIsFrozen()).as("the old side stays frozen").isTrue();
    Ended lost = move.run("rollback", "--lose", MoveFolder.ENVIRONMENT).with(ExitCode.OK);
    assertThat(lost.out()).contains("is not in it");
    assertThat(stacks.oldSideTakesWrites()).as("the old side takes writes").isTrue();
  }

  private void assertCleanupEndsAProvenMove(Stacks stacks, MoveFolder move) {
    assertThat(cleanup(move, MoveFolder.ENVIRONMENT).with(ExitCode.MOVE_REFUSED).complaint())
        .contains("the new side does not serve yet");
    move.run("migrate").with(ExitCode.OK);
    move.run("cutover").with(ExitCode.OK);
    stacks.assertSidesAreEqual();
    assertCleanupRefusesALateWriteToTheOldSide(stacks, move);
    assertThat(cleanup(move, "harena").with(ExitCode.MOVE_REFUSED).complaint())
        .contains("what was typed is not " + MoveFolder.ENVIRONMENT);
    assertThat(cleanup(move, MoveFolder.ENVIRONMENT + "\n").with(ExitCode.OK).out())
        .contains("the move is finished");
    assertThat(move.words("", "move", "backup", "verify", last(move)).with(ExitCode.OK).out())
        .contains("3 stores of " + MoveFolder.ENVIRONMENT);
    assertThat(move.statusHere().path("state").asText()).isEqualTo("finished");
    stacks.assertSidesAreEqual();
    move.run("report").with(ExitCode.OK);
    move.assertHoldsNoPassword();
    assertThat(stacks.postgres().content(Side.TARGET)).isNotEmpty();
  }

  /** A client that asks for a writable session gets one, whatever the database is set to. */
  private static void assertCleanupRefusesALateWriteToTheOldSide(Stacks stacks, MoveFolder move) {
    PostgresPair postgres = stacks.postgres();
    String stubborn = "begin read write; %s; commit";
    postgres.execute(
        Side.SOURCE, stubborn.formatted("update users set name = 'Late' || name where id = 1"));
    Ended refused = cleanup(move, MoveFolder.ENVIRONMENT).with(ExitCode.MOVE_REFUSED);
    assertThat(refused.complaint())
        .contains(
            "the old side was written to since the cut-over: postgres; clean-up would lose that",
            "--lose " + MoveFolder.ENVIRONMENT);
    assertThat(refused.out())
        .contains("equal    elasticsearch", postgres.place() + " is another on the old side now");
    postgres.execute(
        Side.SOURCE, stubborn.formatted("update users set name = substr(name, 5) where id = 1"));
  }

  private static Ended cleanup(MoveFolder move, String typed) {
    return move.words(typed, "move", "cleanup", move.plan().toString());
  }

  private static String last(MoveFolder move) {
    return move.backups().get(move.backups().size() - 1).toString();
  }
}
