package com.harena.allinone.move.store;

/**
 * One line of a check.
 *
 * @param level how bad it is
 * @param code stable name for machines, such as {@code postgres.version.direction}
 * @param message what was found, the value, what is allowed and how to mend it; lower case, no
 *     final period
 */
public record Finding(Level level, String code, String message) {
  /** How bad it is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** Worth reading; the move arrives complete. */
    WARNING,
    /** The move would fail, or something would not arrive. */
    ERROR
  }

  /** As it should be. */
  public static Finding ok(String code, String message) {
    return new Finding(Level.OK, code, message);
  }

  /** Worth reading. */
  public static Finding warning(String code, String message) {
    return new Finding(Level.WARNING, code, message);
  }

  /** The move would fail. */
  public static Finding error(String code, String message) {
    return new Finding(Level.ERROR, code, message);
  }
}
