package com.harena.allinone.cli;

import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.engine.TerminationGuard;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.store.MoveInterrupted;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Runs work of the data move in a container: progress in lines, SIGTERM ends it in good order. */
record GuardedJob(CommandSpec command) {
  /** The work. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run(ProgressBoard board, Interruption interruption) throws IOException;
  }

  int run(Work work) throws IOException {
    Interruption interruption = new Interruption();
    try (TerminationGuard guard = new TerminationGuard(interruption, ExitCode.INTERRUPTED.code())) {
      guard.arm();
      return said(work, interruption);
    }
  }

  /** Everything has been said when this returns, because the guard may end the process then. */
  private int said(Work work, Interruption interruption) throws IOException {
    PrintWriter err = command.commandLine().getErr();
    try (ProgressBoard board = new ProgressBoard(err, false)) {
      work.run(board, interruption);
      return ExitCode.OK.code();
    } catch (MoveInterrupted e) {
      int code = Failures.report(e, err).code();
      err.flush();
      return code;
    }
  }
}
