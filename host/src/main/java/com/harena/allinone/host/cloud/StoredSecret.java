package com.harena.allinone.host.cloud;

import java.time.Instant;
import java.util.Objects;

/**
 * What Parameter Store says about a secret without its value.
 *
 * @param parameter whole name, such as {@code /allinone/harena-production/secrets/API_KEY}
 * @param version 1 for the first value, one more for each that took its place
 * @param lastModified when this version was written
 * @param encrypted whether it is a SecureString; anything else lies there in plain sight
 */
public record StoredSecret(
    String parameter, long version, Instant lastModified, boolean encrypted) {
  /** Refuses what is missing. */
  public StoredSecret {
    Objects.requireNonNull(parameter, "parameter");
    Objects.requireNonNull(lastModified, "lastModified");
  }

  /** The name under the path of the secrets. */
  public String name() {
    return parameter.substring(parameter.lastIndexOf('/') + 1);
  }
}
