package com.harena.allinone.rehearsal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a rehearsal came to.
 *
 * @param steps every step that ran; the last one may have ended otherwise than it had to
 * @param report the page that shows it
 * @param json what the page is made from
 * @param kept the folder that was kept
 */
public record RehearsalResult(
    List<RehearsedStep> steps, Path report, Path json, Optional<Path> kept) {
  /** Copies the list. */
  public RehearsalResult {
    steps = List.copyOf(steps);
  }

  /** The step that ended otherwise than it had to; empty if all is well. */
  public Optional<RehearsedStep> failure() {
    return steps.stream().filter(step -> !step.isAsWanted()).findFirst();
  }
}
