package com.harena.allinone.rehearsal.server;

/** A server cannot be fetched, started or stopped; the message says why and how to mend it. */
public final class ServerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What failed and how to mend it. */
  public ServerUnavailable(String message) {
    super(message);
  }

  /** The same, with its cause. */
  public ServerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
