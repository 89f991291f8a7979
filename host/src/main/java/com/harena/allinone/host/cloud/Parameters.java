package com.harena.allinone.host.cloud;

import com.harena.allinone.secret.SecretValue;
import java.util.Optional;

/** Parameter Store. */
public interface Parameters {
  /** The value of a plain parameter; empty when there is none of this name. */
  Optional<String> find(String name);

  /** Writes a plain parameter, over the old one if there is one. */
  void put(String name, String value);

  /** The value of a SecureString; empty when there is none of this name. */
  Optional<SecretValue> findSecret(String name);

  /**
   * Writes a SecureString unless there is a parameter of this name.
   *
   * @return whether this call wrote it
   */
  boolean putSecretIfAbsent(String name, SecretValue value);
}
