package com.harena.allinone.schema;

/**
 * A property that its schema does not know, or misses.
 *
 * @param path where, such as {@code Rules.0.Filter}
 * @param problem what is wrong
 */
public record PropertyFault(String path, Problem problem) {
  /** What can be wrong with a property. */
  public enum Problem {
    /** The schema has no such property. */
    UNKNOWN,
    /** The schema requires it. */
    MISSING,
    /** Its value is no object, list or single value where the schema wants one. */
    WRONG_SHAPE
  }

  /** The property's own name. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
