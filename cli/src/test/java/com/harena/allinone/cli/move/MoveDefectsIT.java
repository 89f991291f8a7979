package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.cli.move.AllinoneProcess.Ended;
import com.harena.allinone.move.store.Side;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was wrong with the scripts that are replaced, and shows in no store alone. Defects 1 to 4
 * are in {@code ElasticsearchMoveIT} and {@code BulkLoaderTest}, 7 and 17 in {@code RollbackTest},
 * 8 in {@code MoveTest} and {@link KilledMoveIT}.
 */
@ExtendWith(StacksExtension.class)
class MoveDefectsIT {
  @TempDir private Path folder;

  private MoveFolder move;

  @BeforeEach
  void plan(Stacks stacks) {
    stacks.reset();
    move = new MoveFolder(stacks.plan(), folder);
  }

  /** PostgreSQL 18 has no such extension any more. */
  @Test
  void defect5AnErrorOfTheRestoreIsNotHidden(Stacks stacks) {
    stacks.postgres().provide("create extension old_snapshot");

    assertThat(move.run("check").with(ExitCode.CHECK_FAILED).out())
        .containsPattern("error +postgres: .*old_snapshot");
    move.run("backup").with(ExitCode.OK);
    assertThat(move.run("migrate").with(ExitCode.TARGET_FAILED).complaint())
        .contains("pg_restore failed", "old_snapshot", "is not available");
    assertThat(move.lastRun().path("outcome").asText()).isEqualTo("failed");
    assertThat(move.run("verify").with(ExitCode.MOVE_REFUSED).complaint())
        .contains("next: migrate");
    assertThat(move.run("cutover").with(ExitCode.MOVE_REFUSED).complaint())
        .contains("next: migrate");
  }

  @Test
  void defect6ALostRowIsFoundThoughEveryTableIsThere(Stacks stacks) {
    move.upTo("migrate");
    stacks.postgres().execute(Side.TARGET, "delete from messages where id = 77");

    Ended verify = move.run("verify").with(ExitCode.DATA_DIFFERS);
    assertThat(verify.complaint()).contains("differs from the old side: postgres");
    assertThat(verify.out())
        .contains("table public.messages has 1,200 on the source and 1,199 on the target")
        .contains("only on the source: 77");
  }

  @Test
  void defect9NoPasswordIsInAnyCommandLineOrFileOfTheMove() {
    Set<String> commands = new TreeSet<>();
    for (String verb : MoveFolder.VERBS) {
      AllinoneProcess process = move.start(verb);
      while (!process.endsWithin(5)) {
        commands.addAll(process.commandLines());
      }
      process.end().with(ExitCode.OK);
    }
    move.run("report").with(ExitCode.OK);

    assertThat(commands)
        .anyMatch(it -> it.contains("--snapshot="))
        .anyMatch(it -> it.contains("--use-list="));
    assertThat(String.join("\n", commands)).doesNotContain(AllinoneProcess.PASSWORDS.values());
    move.assertHoldsNoPassword();
  }
}
