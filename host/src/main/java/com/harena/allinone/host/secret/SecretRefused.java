package com.harena.allinone.host.secret;

/** A value that is not written; the message never holds it. */
public final class SecretRefused extends RuntimeException {
  /** Says why, and what to give instead. */
  public SecretRefused(String message) {
    super(message);
  }
}
