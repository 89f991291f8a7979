package com.harena.allinone.blueprint;

import java.util.Optional;

/**
 * One thing that is wrong with a blueprint. Its text is one line: {@code file:line:column: what
 * failed: value given; allowed: …; how to mend it}. It never holds a value that may be a secret.
 *
 * @param source name of the file
 * @param position where in the file; empty when the file as a whole is at fault
 * @param key key of the blueprint, such as {@code services.postgres.memory}; may be empty
 * @param problem what failed
 * @param given the value given, as it is shown; may be empty
 * @param allowed what is allowed; may be empty
 * @param mend how to mend it; may be empty
 */
public record Fault(
    String source,
    Optional<Position> position,
    String key,
    String problem,
    String given,
    String allowed,
    String mend) {
  /** Refuses a fault that does not say what failed. */
  public Fault {
    if (source.isBlank() || problem.isBlank()) {
      throw new IllegalArgumentException("a fault needs a source and a problem");
    }
  }

  /** Starts a fault of a file. */
  public static FaultBuilder in(String source) {
    return new FaultBuilder(source);
  }

  /** The fault without the file and the position. */
  public String message() {
    StringBuilder text = new StringBuilder(key);
    text.append(key.isEmpty() ? "" : " ").append(problem);
    text.append(given.isEmpty() ? "" : ": " + given);
    text.append(allowed.isEmpty() ? "" : "; allowed: " + allowed);
    text.append(mend.isEmpty() ? "" : "; " + mend);
    return text.toString();
  }

  @Override
  public String toString() {
    return source + ":" + position.map(place -> place + ":").orElse("") + " " + message();
  }
}
