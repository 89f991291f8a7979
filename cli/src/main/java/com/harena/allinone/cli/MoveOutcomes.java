package com.harena.allinone.cli;

import com.harena.allinone.move.engine.Outcome;

/** What a step of a move ends with. */
final class MoveOutcomes {
  private MoveOutcomes() {}

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
