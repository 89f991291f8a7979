package com.harena.allinone.cli.local;

/** The local AWS could not start, answer or end; the message says why. */
public final class LocalFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that a command finds. */
  public static LocalFailedException of(String message) {
    return new LocalFailedException(message);
  }

  LocalFailedException(String message) {
    super(message, null, false, false);
  }
}
