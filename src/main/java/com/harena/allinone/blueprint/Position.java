package com.harena.allinone.blueprint;

import java.util.Comparator;

/**
 * A place in a file, as editors count it.
 *
 * @param line line, from 1
 * @param column column in characters, from 1
 */
public record Position(int line, int column) implements Comparable<Position> {
  /** Where a file begins. */
  public static final Position START = new Position(1, 1);

  /** Refuses a place before the first character. */
  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "position %d:%d, allowed: lines and columns from 1".formatted(line, column));
    }
  }

  @Override
  public int compareTo(Position other) {
    return Comparator.comparingInt(Position::line)
        .thenComparingInt(Position::column)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
