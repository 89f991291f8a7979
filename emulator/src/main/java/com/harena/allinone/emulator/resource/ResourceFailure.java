package com.harena.allinone.emulator.resource;

/**
 * A service refused to make, change or remove a resource; the message is the stack event's reason.
 */
public final class ResourceFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal in the service's own words. */
  public ResourceFailure(String reason) {
    super(reason);
  }

  /** A refusal with what caused it. */
  public ResourceFailure(String reason, Throwable cause) {
    super(reason, cause);
  }
}
