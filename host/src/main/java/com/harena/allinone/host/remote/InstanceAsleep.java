package com.harena.allinone.host.remote;

/** An instance that no command reaches: it does not run, or its agent does not listen yet. */
public final class InstanceAsleep extends RuntimeException {
  /** Says why, and when that will be over. */
  public InstanceAsleep(String message) {
    super(message);
  }
}
