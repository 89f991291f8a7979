package com.harena.allinone.host.backend;

/** A release that did not bring its image into force; the message holds no secret. */
public final class ReleaseFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ReleaseFault fault;

  /** Says what failed, and which image serves. */
  public ReleaseFailed(ReleaseFault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** The same with the exception that tells more. */
  public ReleaseFailed(ReleaseFault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** What kind of failure it is. */
  public ReleaseFault fault() {
    return fault;
  }
}
