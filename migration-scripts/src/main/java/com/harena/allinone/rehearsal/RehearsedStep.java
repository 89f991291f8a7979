package com.harena.allinone.rehearsal;

import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import java.time.Duration;

/**
 * A step that ran.
 *
 * @param name of the step
 * @param result what it had to say
 * @param took how long it ran
 * @param wanted how it had to end for the rehearsal to go on
 */
public record RehearsedStep(String name, Result result, Duration took, Outcome wanted) {
  /** Whether it ended as it had to. */
  public boolean isAsWanted() {
    return result.outcome() == wanted;
  }
}
