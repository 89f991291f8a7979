package com.harena.allinone.host.remote;

import java.time.Duration;

/**
 * A command line for the instance's shell. It is stored by AWS and readable in its console, so no
 * secret ever stands in it.
 *
 * @param text the line
 * @param comment what the console shows
 * @param limit when the agent ends it, 5 seconds to 2 days
 */
public record ShellLine(String text, String comment, Duration limit) {
  private static final int COMMENT_LIMIT = 100;
  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofDays(2);

  /** Refuses what Run Command would refuse. */
  public ShellLine {
    if (text.isBlank()) {
      throw new IllegalArgumentException("command line is empty: give the words to run");
    }
    if (comment.length() > COMMENT_LIMIT) {
      throw new IllegalArgumentException(
          "comment has %d characters: give %d at most".formatted(comment.length(), COMMENT_LIMIT));
    }
    if (limit.compareTo(LEAST) < 0 || limit.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "limit is %s: give %s to %s".formatted(limit, LEAST, MOST));
    }
  }

  /**
   * A run of the serving bundle's command line with these words, such as {@code instance status}.
   */
  public static ShellLine ofAllinone(Duration limit, String... words) {
    String line = String.join(" ", words);
    if (!line.matches("[A-Za-z0-9 ._:/=@-]+")) {
      throw new IllegalArgumentException(
          "words '%s' would need quoting: give letters, digits and ._:/=@- only".formatted(line));
    }
    return new ShellLine(
        "bash /opt/allinone/current/bin/allinone " + line, comment("allinone " + line), limit);
  }

  private static String comment(String line) {
    return line.length() <= COMMENT_LIMIT ? line : line.substring(0, COMMENT_LIMIT - 1) + "…";
  }

  /** The same while no bundle is started: under the lock that {@code allinone-start} takes. */
  public ShellLine locked() {
    return new ShellLine(
        "flock --timeout %d /opt/allinone/lock %s".formatted(limit.toSeconds() / 2, text),
        comment,
        limit);
  }
}
