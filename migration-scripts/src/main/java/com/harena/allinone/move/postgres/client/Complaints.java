package com.harena.allinone.move.postgres.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Picks from what a client program prints its first error, with what belongs to it. */
public final class Complaints {
  private static final int LINES = 4;
  private static final int LENGTH = 800;

  private final Predicate<String> tolerated;
  private final List<String> error = new ArrayList<>();
  private int toleratedErrors;
  private boolean open;

  /** Ignores errors that this accepts. */
  public Complaints(Predicate<String> tolerated) {
    this.tolerated = tolerated;
  }

  /**
   * Looks at a line.
   *
   * @return whether it was the first line of an error that is not tolerated
   */
  public synchronized boolean add(String line) {
    if (line.matches("\\w+: (error|fatal): .*")) {
      if (tolerated.test(line)) {
        toleratedErrors++;
        open = false;
        return false;
      }
      if (!error.isEmpty()) {
        open = false;
        return false;
      }
      error.add(line.replaceFirst("^\\w+: (error|fatal): ", ""));
      open = true;
      return true;
    }
    if (line.matches("\\w+: (detail|hint): .*") && open) {
      error.add(line.replaceFirst("^\\w+: ", ""));
    } else if (line.matches("\\w+: .*")) {
      open = false;
    } else if (open && error.size() < LINES && !line.isBlank()) {
      // A value of the user's may follow the name of the column.
      error.add(line.strip().replaceFirst("(CONTEXT: .*, column [^:]+):.*", "$1"));
    }
    return false;
  }

  /** How many errors were ignored. */
  public synchronized int toleratedErrors() {
    return toleratedErrors;
  }

  /** The first error that is not tolerated, on one line. */
  public synchronized Optional<String> first() {
    if (error.isEmpty()) {
      return Optional.empty();
    }
    String text = String.join("; ", error).replaceAll("\\s+", " ");
    return Optional.of(text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text);
  }
}
