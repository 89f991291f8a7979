package com.harena.allinone.emulator.resource;

import java.util.Optional;

/**
 * A service refused to make, change or remove a resource; the message is the stack event's reason.
 */
public final class ResourceFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Physical made;

  /** A refusal in the service's own words. */
  public ResourceFailure(String reason) {
    super(reason);
    made = null;
  }

  /** A refusal with what caused it. */
  public ResourceFailure(String reason, Throwable cause) {
    super(reason, cause);
    made = null;
  }

  /**
   * A refusal that leaves something behind, such as an instance that never gets healthy; the engine
   * removes it when it rolls back.
   */
  public ResourceFailure(String reason, Physical made) {
    super(reason);
    this.made = made;
  }

  /** The same failure, which leaves this behind. */
  public ResourceFailure leaving(Physical left) {
    ResourceFailure failure = new ResourceFailure(getMessage(), left);
    failure.initCause(this);
    return failure;
  }

  /** What exists in spite of the failure. */
  public Optional<Physical> made() {
    return Optional.ofNullable(made);
  }
}
