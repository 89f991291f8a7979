package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.JsonNode;
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
      return Optional.of(afterCutover(state));
    } else if (state.isFrozen(Side.SOURCE)) {
      return Optional.of(
          state.isRolledBack()
              ? new NextStep(
                  "the rollback was ended in the middle and the old side may be frozen: finish it",
                  "rollback")
              : new NextStep(
                  "the old side may be frozen by a cut-over that was ended in the middle: go on with"
                      + " cutover, or open it with rollback",
                  "cutover"));
    }
    return Optional.of(beforeCutover(state, settings));
  }

  private static NextStep afterCutover(MoveState state) {
    if (state.isFrozen(Side.TARGET)) {
      return new NextStep(
          "the new side may be frozen by a rollback that was ended in the middle: go on with rollback,"
              + " or open it with cutover",
          "rollback");
    } else if (!state.destroying().isEmpty()) {
      return new NextStep("the clean-up was ended in the middle: finish it", "cleanup");
    }
    return state.isHandedOver()
        ? new NextStep(
            "watch the new side; clean up the old one when you are content, or roll back",
            "cleanup")
        : new NextStep("the cut-over was ended after its proof: finish it", "cutover");
  }

  private static NextStep beforeCutover(MoveState state, MoveSettings settings) {
    if (state.findings().isMissingNode()) {
      return new NextStep("see whether anything stands in the way", "check");
    } else if (state.currentBackup().isEmpty()) {
      return isFit(state)
          ? new NextStep("take a backup of the old side", "backup")
          : new NextStep("mend what stands in the way", "check");
    } else if (state.isBackupStale() && !state.isProvenLive()) {
      return new NextStep("the old side has changed since the backup: move it again", "migrate");
    } else if (!isThere(state, settings) && !state.isProvenLive()) {
      return new NextStep("restore the backup into the new side", "migrate");
    } else if (!state.isProven()) {
      return new NextStep("prove both sides equal", "verify");
    } else if (!isAnswered(state)) {
      return new NextStep("the application does not work on the new side: mend it", "verify");
    }
    return new NextStep("stop the application's writes, then hand over to the new side", "cutover");
  }

  private static boolean isFit(MoveState state) {
    for (JsonNode finding : state.findings()) {
      if (finding.path("level").asText().equals("error")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAnswered(MoveState state) {
    for (JsonNode answer : state.application()) {
      if (!answer.path("passed").asBoolean()) {
        return false;
      }
    }
    return true;
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
    } else if (state.isProvenLive()) {
      return "verified";
    } else if (state.isBackupStale() || !isThere(state, settings)) {
      return "backed-up";
    }
    return state.isProven() ? "verified" : "migrated";
  }
}
