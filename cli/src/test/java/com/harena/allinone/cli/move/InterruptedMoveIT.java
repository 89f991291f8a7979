package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.cli.move.AllinoneProcess.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C and SIGTERM in the midst of each step, and a client that freezes. */
@ExtendWith(StacksExtension.class)
class InterruptedMoveIT {
  /** How long a client is frozen. */
  private static final int FROZEN_SECONDS = Integer.getInteger("allinone.frozen.seconds", 3);

  /** PostgreSQL's default {@code authentication_timeout}. */
  private static final int LOGIN_SECONDS = 60;

  /** A machine that does much else at the same time needs some of it. */
  private static final long FEW_SECONDS = 12_000;

  @TempDir private Path folder;

  @Test
  void endsInGoodOrderWithinSecondsAndGoesOnToTheEqualEnd(Stacks stacks) {
    stacks.reset();
    MoveFolder move = new MoveFolder(stacks.plan(), folder);
    String signal = "INT";
    for (String verb : MoveFolder.VERBS) {
      interrupt(move, verb, signal);
      assertThat(stacks.oldSideTakesWrites()).as("the old side takes writes").isTrue();
      move.run(verb).with(ExitCode.OK);
      signal = signal.equals("INT") ? "TERM" : "INT";
    }
    stacks.assertSidesAreEqual();
    JournalProof.assertNothingFinishedIsDoneAgain(move.journal());
  }

  private static void interrupt(MoveFolder move, String verb, String signal) {
    AllinoneProcess process = move.startAndAwaitWork(verb);
    List<ProcessHandle> children = process.children();
    process.signal(signal);
    assertThat(process.endsWithin(FEW_SECONDS)).as("%s ends by %s", verb, signal).isTrue();
    Ended ended = process.end().with(ExitCode.INTERRUPTED);
    assertThat(ended.complaint()).contains("interrupted; the same command goes on");
    Awaiting.until(
        "the end of what " + verb + " had started",
        () -> children.stream().noneMatch(ProcessHandle::isAlive));
    JsonNode last = move.lastRun();
    assertThat(last.path("step").asText()).isEqualTo(verb);
    assertThat(last.path("outcome").asText()).isEqualTo("interrupted");
  }

  @Test
  void aProcessThatIsFrozenInTheMidstHoldsTheMoveAndGoesOn(Stacks stacks) {
    stacks.reset();
    MoveFolder move = new MoveFolder(stacks.plan(), folder).upTo("check");
    for (String verb : List.of("backup", "migrate")) {
      AllinoneProcess process = move.startAndAwaitWork(verb);
      process.signalAll("STOP");
      long began = System.nanoTime();
      assertBusy(move, verb, process);
      long passed = (System.nanoTime() - began) / 1_000_000;
      assertThat(process.endsWithin(Math.max(1, FROZEN_SECONDS * 1000L - passed))).isFalse();
      process.signalAll("CONT");
      goesOnOrIsTakenUp(move, verb, process.end());
    }
    move.run("verify").with(ExitCode.OK);
    stacks.assertSidesAreEqual();
  }

  /**
   * A server ends a login that takes a minute: then the side is named, and the next run goes on.
   */
  private static void goesOnOrIsTakenUp(MoveFolder move, String verb, Ended ended) {
    if (ended.code() == ExitCode.OK.code()) {
      return;
    }
    assertThat(FROZEN_SECONDS).as(ended.err()).isGreaterThanOrEqualTo(LOGIN_SECONDS);
    ended.with(verb.equals("backup") ? ExitCode.SOURCE_FAILED : ExitCode.TARGET_FAILED);
    move.run(verb).with(ExitCode.OK);
  }

  private static void assertBusy(MoveFolder move, String verb, AllinoneProcess process) {
    Ended second = move.run(verb).with(ExitCode.MOVE_BUSY);
    assertThat(second.complaint())
        .contains("process " + process.pid(), move.directory().toString());
    JsonNode running = move.status().path("steps").path(move.status().path("steps").size() - 1);
    assertThat(running.path("step").asText()).isEqualTo(verb);
    assertThat(running.path("outcome").asText()).isEqualTo("running");
    assertThat(running.path("message").asText()).contains("process " + process.pid());
    assertThat(move.run("status").with(ExitCode.OK).out()).contains("running");
  }
}
