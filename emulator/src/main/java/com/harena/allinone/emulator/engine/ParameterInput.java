package com.harena.allinone.emulator.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * A parameter as a caller gives it.
 *
 * @param key name of the parameter
 * @param value value; empty with {@code UsePreviousValue}
 * @param usePrevious whether the stack's present value is kept
 */
public record ParameterInput(String key, Optional<String> value, boolean usePrevious) {
  /** Refuses a missing part. */
  public ParameterInput {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }

  /** A parameter with a value. */
  public static ParameterInput of(String key, String value) {
    return new ParameterInput(key, Optional.of(value), false);
  }

  /** A parameter that keeps its present value. */
  public static ParameterInput previous(String key) {
    return new ParameterInput(key, Optional.empty(), true);
  }
}
