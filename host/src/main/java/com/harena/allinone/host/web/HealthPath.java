package com.harena.allinone.host.web;

import com.harena.allinone.secret.SecretValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A page that answers 200 when what serves it is healthy. */
public final class HealthPath {
  private final URI address;
  private final Map<String, SecretValue> headers;
  private final Pulse pulse;

  /** The page, asked with these headers. */
  public HealthPath(URI address, Map<String, SecretValue> headers, Pulse pulse) {
    this.address = address;
    this.headers = Map.copyOf(headers);
    this.pulse = pulse;
  }

  /**
   * Asks once.
   *
   * @throws WebFailure unless it answers 200
   */
  public void prove() {
    int status = pulse.status(address, headers);
    if (status != 200) {
      throw new WebFailure("%s answers with status %d, not 200".formatted(address, status));
    }
  }

  /** Asks once, and says why it is not healthy; empty when it is. */
  public Optional<String> fault() {
    try {
      prove();
      return Optional.empty();
    } catch (WebFailure e) {
      return Optional.of(e.getMessage());
    }
  }
}
