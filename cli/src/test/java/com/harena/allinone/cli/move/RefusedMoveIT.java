package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.cli.move.AllinoneProcess.Ended;
import com.harena.allinone.endpoint.Address;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a process ends with, and the one line that says why. */
@ExtendWith(StacksExtension.class)
class RefusedMoveIT {
  @TempDir private Path folder;

  private MoveFolder move;

  @BeforeEach
  void plan(Stacks stacks) {
    move = new MoveFolder(stacks.plan(), folder);
  }

  @Test
  void aWrongPasswordIsAFailureOfItsSide(Stacks stacks) {
    stacks.reset();
    move.with("OLD_DATABASE_PASSWORD", "mistyped-1");
    assertThat(move.run("check").with(ExitCode.CHECK_FAILED).out())
        .contains("error    postgres: source PostgreSQL")
        .contains("ok       redis");
    assertThat(move.run("backup").with(ExitCode.SOURCE_FAILED).complaint())
        .contains(stacks.postgres().address(Side.SOURCE).toString(), "password")
        .doesNotContain("mistyped-1");
    move.with("OLD_DATABASE_PASSWORD", PostgresPair.OLD_PASSWORD);
    move.with("OLD_CACHE_PASSWORD", "mistyped-2");
    assertThat(move.run("backup").with(ExitCode.SOURCE_FAILED).complaint())
        .contains(stacks.redis().address(Side.SOURCE).toString(), "password")
        .doesNotContain("mistyped-2");
    move.with("OLD_CACHE_PASSWORD", RedisPair.OLD_PASSWORD);
    move.run("backup").with(ExitCode.OK);

    move.with("NEW_DATABASE_PASSWORD", "mistyped-3");
    assertThat(move.run("migrate").with(ExitCode.TARGET_FAILED).complaint())
        .contains(stacks.postgres().address(Side.TARGET).toString(), "password")
        .doesNotContain("mistyped-3");
    move.with("NEW_DATABASE_PASSWORD", PostgresPair.NEW_PASSWORD);
    move.with("NEW_CACHE_PASSWORD", "mistyped-4");
    assertThat(move.run("migrate").with(ExitCode.TARGET_FAILED).complaint())
        .contains(stacks.redis().address(Side.TARGET).toString(), "password")
        .doesNotContain("mistyped-4");
    move.with("NEW_CACHE_PASSWORD", RedisPair.NEW_PASSWORD);
    move.run("migrate").with(ExitCode.OK);
    stacks.assertSidesAreEqual();
  }

  @Test
  void aServerThatIsDownIsAFailureOfItsSide(Stacks stacks) throws IOException {
    String closed = FaultyFilesIT.closedAddress();
    String plan = stacks.plan();
    move.plan(plan.replace(stacks.postgres().address(Side.SOURCE).toString(), closed));
    assertThat(move.run("check").with(ExitCode.CHECK_FAILED).out())
        .contains("error    postgres: source PostgreSQL " + closed);
    assertThat(move.run("backup").with(ExitCode.SOURCE_FAILED).complaint()).contains(closed);

    stacks.reset();
    move.plan(plan).run("backup").with(ExitCode.OK);
    move.plan(plan.replace(stacks.redis().address(Side.TARGET).toString(), closed));
    assertThat(move.run("migrate").with(ExitCode.TARGET_FAILED).complaint()).contains(closed);
    move.plan(plan).run("migrate").with(ExitCode.OK);
    stacks.assertSidesAreEqual();
  }

  @Test
  void whatTheMoveDidNotPutThereIsNotWrittenOver(Stacks stacks) {
    stacks.reset();
    move.run("backup").with(ExitCode.OK);
    stacks.postgres().execute(Side.TARGET, "create table theirs (id int)");
    stacks.redis().write(Side.TARGET, 1);

    assertThat(move.run("migrate").with(ExitCode.MOVE_REFUSED).complaint())
        .contains("holds what this move did not put there", "theirs", "late:1", "empty it");
    assertThat(move.run("check").with(ExitCode.CHECK_FAILED).complaint()).contains("2 errors");

    stacks.postgres().execute(Side.TARGET, "drop table theirs");
    stacks.redis().empty(Side.TARGET);
    stacks.elasticsearch().create(Side.TARGET, "theirs");
    assertThat(move.run("migrate").with(ExitCode.MOVE_REFUSED).complaint())
        .contains("index theirs")
        .doesNotContain("late:1");
    assertThat(stacks.postgres().content(Side.TARGET)).isEmpty();
  }

  @Test
  void aNewerSourceIsNamedWithBothVersions(Stacks stacks) {
    Address old = stacks.postgres().address(Side.SOURCE);
    Address next = stacks.postgres().address(Side.TARGET);
    String swapped =
        stacks.plan().replace("" + old, "?").replace("" + next, "" + old).replace("?", "" + next);
    String exchanged =
        swapped.replace("OLD_D", "?").replace("NEW_D", "OLD_D").replace("?", "NEW_D");
    Ended check = move.plan(exchanged).run("check").with(ExitCode.CHECK_FAILED);
    assertThat(check.out().lines())
        .anyMatch(line -> line.startsWith("error") && line.contains("18.") && line.contains("15."));
  }
}
