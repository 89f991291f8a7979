package com.harena.allinone.emulator.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * How a change set is executed.
 *
 * @param onFailure what becomes of the stack if it fails; empty for what the change set said
 * @param retainExceptOnCreate whether what a failed operation made goes even where it is retained
 * @param token the client request token, which the events carry
 */
public record Execution(
    Optional<OnStackFailure> onFailure, boolean retainExceptOnCreate, Optional<String> token) {
  /** Refuses a missing part. */
  public Execution {
    Objects.requireNonNull(onFailure, "onFailure");
    Objects.requireNonNull(token, "token");
  }

  /** As the change set says. */
  public static Execution plain() {
    return new Execution(Optional.empty(), false, Optional.empty());
  }
}
