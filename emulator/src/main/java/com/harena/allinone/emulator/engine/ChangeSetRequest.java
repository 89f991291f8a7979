package com.harena.allinone.emulator.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * A change set to create.
 *
 * @param name its name
 * @param type whether it makes a stack or changes one
 * @param description what the caller says of it
 * @param stack the stack as it shall be
 */
public record ChangeSetRequest(
    String name, ChangeSetType type, Optional<String> description, StackRequest stack) {
  /** What a change set does. */
  public enum ChangeSetType {
    /** Makes a stack. */
    CREATE,
    /** Changes a stack. */
    UPDATE
  }

  /** Refuses a missing part. */
  public ChangeSetRequest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(stack, "stack");
  }

  /** A request without a description. */
  public static ChangeSetRequest of(String name, ChangeSetType type, StackRequest stack) {
    return new ChangeSetRequest(name, type, Optional.empty(), stack);
  }
}
