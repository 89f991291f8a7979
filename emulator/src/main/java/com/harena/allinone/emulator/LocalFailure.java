package com.harena.allinone.emulator;

/** The local AWS cannot do its work on this machine; the message is the line that its user sees. */
public final class LocalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that says what failed and how to mend it. */
  public LocalFailure(String message) {
    super(message);
  }

  /** A failure with what caused it. */
  public LocalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
