package com.harena.allinone.move.redis;

/** The server answered a command with an error. */
public final class CommandRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The server's own words, which never repeat an argument of ours that is secret. */
  CommandRefused(String message) {
    super(message);
  }

  /** Whether the answer begins with the word, such as {@code OOM}. */
  public boolean begins(String word) {
    return getMessage().startsWith(word);
  }

  boolean says(String words) {
    return getMessage().contains(words);
  }
}
