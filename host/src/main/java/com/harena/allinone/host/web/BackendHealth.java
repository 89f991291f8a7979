package com.harena.allinone.host.web;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.secret.SecretValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Whether the backend answers where CloudFront asks it: on the private address. */
public final class BackendHealth {
  private final HostSettings settings;
  private final URI address;
  private final Pulse pulse;
  private final Parameters parameters;

  /** The backend of these settings on the machine with this private address. */
  public BackendHealth(
      HostSettings settings, String privateAddress, Pulse pulse, Parameters parameters) {
    this.settings = settings;
    this.address =
        URI.create(
            "http://%s:%d%s"
                .formatted(privateAddress, settings.backendPort(), settings.backendHealth()));
    this.pulse = pulse;
    this.parameters = parameters;
  }

  /**
   * Asks once.
   *
   * @throws WebFailure unless it answers 200
   */
  public void prove() {
    path().prove();
  }

  /** What is asked, with the secret that it takes as it is now. */
  public HealthPath path() {
    return new HealthPath(address, originHeader(), pulse);
  }

  private Map<String, SecretValue> originHeader() {
    if (!settings.secrets().contains(ServiceSecrets.ORIGIN_SECRET)) {
      return Map.of();
    }
    String name = new ParameterNames(settings.parameterPath()).secret(ServiceSecrets.ORIGIN_SECRET);
    Optional<SecretValue> secret = parameters.findSecret(name);
    return secret.map(value -> Map.of(ServiceSecrets.ORIGIN_HEADER, value)).orElse(Map.of());
  }
}
