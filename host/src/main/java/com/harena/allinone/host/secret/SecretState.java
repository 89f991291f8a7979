package com.harena.allinone.host.secret;

import com.harena.allinone.host.cloud.StoredSecret;
import java.util.Objects;
import java.util.Optional;

/**
 * A secret that the services need.
 *
 * @param name its name
 * @param maker who gives it its first value
 * @param stored what Parameter Store says about it; empty when it is missing
 */
public record SecretState(String name, SecretMaker maker, Optional<StoredSecret> stored) {
  /** Refuses what is missing. */
  public SecretState {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(maker, "maker");
    Objects.requireNonNull(stored, "stored");
  }
}
