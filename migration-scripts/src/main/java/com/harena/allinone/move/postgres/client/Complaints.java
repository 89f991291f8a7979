package com.harena.allinone.move.postgres.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Picks from what a client program prints its first error, with what belongs to it.
 *
 * <p>The program's processes share one stream. A line is written in pieces: {@code pg_restore:}, a
 * blank, {@code error: }, and the message with its end; pieces of several processes mix, but none
 * is torn. So an error is told by its label or by the server's own {@code ERROR:}, and whether all
 * errors were forgiven by counting labels.
 */
public final class Complaints {
  private static final int LINES = 4;
  private static final int LENGTH = 800;

  private static final Pattern LABELS =
      Pattern.compile("^(?:pg_(?:dump|restore):|error: |fatal: |warning: |detail: |hint: | )*");

  private static final Pattern ERROR = Pattern.compile("(?:error|fatal): ");

  /** What a program says in passing, which may follow another process's label. */
  private static final Pattern PASSING =
      Pattern.compile(
          "(?:finished|launching|processing|creating|skipping|entering|executing|connecting|"
              + "restoring|dropping|while|from|reading|dumping|saving|identifying) .*");

  private final Predicate<String> tolerated;
  private final List<String> error = new ArrayList<>();
  private int labels;
  private int begun;
  private int toleratedErrors;
  private boolean open;

  /** Ignores errors whose message this accepts. */
  public Complaints(Predicate<String> tolerated) {
    this.tolerated = tolerated;
  }

  /** The message of a line, without the labels that it begins with. */
  public static String message(String line) {
    return LABELS.matcher(line).replaceFirst("");
  }

  /**
   * Looks at a line.
   *
   * @return whether it was the first line of an error that is not tolerated
   */
  public synchronized boolean add(String line) {
    String message = message(line);
    String label = line.substring(0, line.length() - message.length());
    int errors = (int) ERROR.matcher(label).results().count();
    labels += errors;
    if (tolerated.test(message)) {
      toleratedErrors++;
      open = false;
      return false;
    }
    boolean passing = PASSING.matcher(message).matches();
    boolean owed = labels > toleratedErrors + begun;
    if (owed && !passing && (errors > 0 || message.contains("ERROR:"))) {
      begun++;
      open = error.isEmpty();
      if (open) {
        error.add(message);
      }
      return open;
    }
    follow(label, message);
    return false;
  }

  private void follow(String label, String message) {
    if (!open) {
      return;
    }
    if (label.contains("detail: ") || label.contains("hint: ")) {
      error.add(label.strip().replaceFirst("^\\w+: ", "") + " " + message);
    } else if (!label.isBlank()) {
      open = false;
    } else if (error.size() < LINES && !message.isBlank()) {
      // Values of the user's follow the number of the line or the name of the column.
      error.add(
          message
              .strip()
              .replaceFirst("(COPY .*, line \\d+(?:, column [^:]+)?): .*", "$1")
              .replaceFirst("(DETAIL: +Failing row contains) .*", "$1 (…)"));
    }
  }

  /** Whether there were errors, and every one of them is tolerated. */
  public synchronized boolean areForgiven() {
    return toleratedErrors > 0 && toleratedErrors == labels && error.isEmpty();
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
