package com.harena.allinone.cli;

import com.harena.allinone.move.engine.Outcome;

/** What a step of a move ends with. */
final class MoveOutcomes {
  private MoveOutcomes() {}

  /** What a step ends with that ended otherwise than it had to. */
  static ExitCode failure(Outcome outcome) {
    // A rollback that went through has lost what it had to refuse to lose.
    return outcome == Outcome.DONE ? ExitCode.DATA_DIFFERS : exitCode(outcome);
  }

  static ExitCode exitCode(Outcome outcome) {
    return switch (outcome) {
      case DONE -> ExitCode.OK;
      case UNFIT -> ExitCode.CHECK_FAILED;
      case DIFFERS -> ExitCode.DATA_DIFFERS;
      case REFUSED -> ExitCode.MOVE_REFUSED;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      case FAILED -> ExitCode.UNEXPECTED;
    };
  }
}
