package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Side;
import java.util.Optional;

/**
 * What the operator does next.
 *
 * @param message why
 * @param verb the step
 */
public record NextStep(String message, String verb) {
  /** The next step of a move; empty when it is finished. */
  public static Optional<NextStep> of(MoveState state, MoveSettings settings) {
    if (state.closed().isPresent()) {
      return Optional.empty();
    } else if (state.serving() == Side.TARGET) {
      return Optional.of(
          state.isSwitched()
              ? new NextStep(
                  "watch the new side; clean up the old one when you are content, or roll back",
                  "cleanup")
              : new NextStep("the cut-over was ended after its proof: finish it", "cutover"));
    } else if (state.isFrozen()) {
      return Optional.of(
          new NextStep(
              "the old side may be frozen by a cut-over that was ended in the middle: go on with"
                  + " cutover, or open it with rollback",
              "cutover"));
    } else if (state.findings().isMissingNode()) {
      return Optional.of(new NextStep("see whether anything stands in the way", "check"));
    } else if (state.currentBackup().isEmpty()) {
      return Optional.of(new NextStep("take a backup of the old side", "backup"));
    } else if (state.isBackupStale()) {
      return Optional.of(
          new NextStep("the old side has changed since the backup: move it again", "migrate"));
    } else if (!isThere(state, settings)) {
      return Optional.of(new NextStep("restore the backup into the new side", "migrate"));
    } else if (state.proof().isMissingNode() || !state.proof().path("equal").asBoolean()) {
      return Optional.of(new NextStep("prove both sides equal", "verify"));
    }
    return Optional.of(
        new NextStep("stop the application's writes, then hand over to the new side", "cutover"));
  }

  /** Whether the new side holds the current backup. */
  static boolean isThere(MoveState state, MoveSettings settings) {
    Optional<String> folder = state.currentBackup().map(BackupRecord::folder);
    return settings.stores().stream()
        .allMatch(it -> state.restoredFrom(it.name()).equals(folder) && !state.differs(it.name()));
  }

  /** How far the move is, in a word of the report. */
  static String state(MoveState state, MoveSettings settings) {
    if (state.closed().isPresent()) {
      return "finished";
    } else if (state.serving() == Side.TARGET) {
      return "cut-over";
    } else if (state.currentBackup().isEmpty()) {
      return "begun";
    } else if (state.isRolledBack()) {
      return "rolled-back";
    } else if (state.isBackupStale() || !isThere(state, settings)) {
      return "backed-up";
    }
    return state.proof().path("equal").asBoolean() ? "verified" : "migrated";
  }
}
