package com.harena.allinone.emulator.policy;

/** A policy decides by something that is not known here, so no decision can be made. */
public final class UnknownToPolicies extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownToPolicies(String message) {
    super(message);
  }
}
