package com.harena.allinone.endpoint;

import com.harena.allinone.secret.SecretValue;

/** Turns references into secrets at the moment of use. */
@FunctionalInterface
public interface SecretSource {
  /**
   * The secret that is meant.
   *
   * @throws SecretUnavailable if there is none, or it cannot be read
   */
  SecretValue get(SecretReference reference);
}
