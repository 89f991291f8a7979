package com.harena.allinone.host.remote;

import java.util.OptionalInt;

/** A command that was carried to the instance and did not do there what it should. */
public final class RemoteFailure extends RuntimeException {
  private final OptionalInt exitCode;

  /** Says what failed, with the instance's words. */
  public RemoteFailure(String message) {
    super(message);
    this.exitCode = OptionalInt.empty();
  }

  /** Says what failed, and what the command ended with. */
  public RemoteFailure(String message, int exitCode) {
    super(message);
    this.exitCode = OptionalInt.of(exitCode);
  }

  /** What the command ended with; empty when it did not end by itself. */
  public OptionalInt exitCode() {
    return exitCode;
  }
}
