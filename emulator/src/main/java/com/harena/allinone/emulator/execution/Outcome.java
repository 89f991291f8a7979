package com.harena.allinone.emulator.execution;

import com.harena.allinone.emulator.resource.Physical;
import java.util.Optional;

/**
 * How a call to a handler ended.
 *
 * @param physical what exists after it
 * @param failure why it failed, empty if it did not
 */
record Outcome(Optional<Physical> physical, Optional<String> failure) {
  static Outcome of(Physical physical) {
    return new Outcome(Optional.of(physical), Optional.empty());
  }

  static Outcome failed(String why, Physical left) {
    return new Outcome(Optional.ofNullable(left), Optional.of(why));
  }

  boolean succeeded() {
    return failure.isEmpty();
  }

  String why() {
    return failure.orElse("");
  }
}
