package com.harena.allinone.move.configuration;

import com.harena.allinone.secret.SecretValue;
import java.util.Optional;
import java.util.Set;

/** Where the new stack keeps its settings: Parameter Store, or files here. */
public interface ParameterWriter {
  /** Names of all settings that are there. */
  Set<String> names();

  /** The value of a setting; empty if there is none. */
  Optional<SecretValue> value(String name);

  /** Writes a setting that is not there yet. */
  void put(String name, SecretValue value);

  /** Takes away a setting that {@link #put} wrote. */
  void remove(String name);

  /**
   * Whether the new stack gives that setting a value of its own, such as the password of its new
   * database: then the old value is neither written nor compared, only its name.
   */
  default boolean isOwn(String name) {
    return false;
  }

  /** Where that is, for messages. */
  String place();
}
