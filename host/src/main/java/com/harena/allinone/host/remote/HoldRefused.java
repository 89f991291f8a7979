package com.harena.allinone.host.remote;

/** A hold that makes no sense; nothing was changed. */
public final class HoldRefused extends RuntimeException {
  /** Says why, and what to give instead. */
  public HoldRefused(String message) {
    super(message);
  }
}
