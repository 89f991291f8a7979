package com.harena.allinone.host.instance;

/** A password that was not changed, or not everywhere; the message never holds it. */
public final class RotationFailed extends RuntimeException {
  /** Says how far it came, and what completes it. */
  public RotationFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
