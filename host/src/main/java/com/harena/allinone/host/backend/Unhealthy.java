package com.harena.allinone.host.backend;

/** A backend that does not become healthy; the message says why, without a secret. */
final class Unhealthy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unhealthy(String message) {
    super(message);
  }
}
