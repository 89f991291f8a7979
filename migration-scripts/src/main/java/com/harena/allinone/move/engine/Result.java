package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a step has to say.
 *
 * @param outcome how it ended
 * @param message that in one sentence, with what to do next
 * @param lines more for a reader
 * @param json all of it for programs
 */
public record Result(Outcome outcome, String message, List<String> lines, ObjectNode json) {
  /** Copies the lines. */
  public Result {
    lines = List.copyOf(lines);
  }

  /** A result that its sentence says all of. */
  public static Result of(Outcome outcome, String message) {
    return new Result(outcome, message, List.of(), JsonNodeFactory.instance.objectNode());
  }

  /** What the step promises is proven. */
  public static Result done(String message) {
    return of(Outcome.DONE, message);
  }

  /** The step may not be done now. */
  public static Result refused(String message) {
    return of(Outcome.REFUSED, message);
  }

  /** The result with more to say. */
  public Result with(List<String> more, ObjectNode details) {
    return new Result(outcome, message, more, details);
  }
}
