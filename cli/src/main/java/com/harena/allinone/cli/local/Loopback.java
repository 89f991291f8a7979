package com.harena.allinone.cli.local;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** Makes sure that what is deployed to a local AWS can reach nothing else. */
public final class Loopback {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final List<String> NEEDED =
      List.of(
          "AWS_ENDPOINT_URL",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_REGION",
          "AWS_ACCOUNT_ID",
          "HOME");

  private Loopback() {}

  /**
   * Checks the environment of a local AWS: its endpoint, and that nothing of it would be looked for
   * elsewhere.
   *
   * @throws LocalFailedException if it leads, or may lead, to another machine
   */
  public static void require(LocalState state) {
    for (String name : NEEDED) {
      if (state.variable(name).isBlank()) {
        throw new LocalFailedException(
            "the local AWS names no %s, so the one of this shell would be used: end it by local down and start it again"
                .formatted(name));
      }
    }
    String endpoint = state.variable("AWS_ENDPOINT_URL");
    if (!isLoopback(endpoint, state.port())) {
      throw new LocalFailedException(
          "AWS_ENDPOINT_URL of the local AWS is %s: allowed is http://localhost:%d and no other machine; end it by local down and start it again"
              .formatted(endpoint, state.port()));
    }
  }

  private static boolean isLoopback(String endpoint, int port) {
    try {
      URI uri = URI.create(endpoint);
      return "http".equals(uri.getScheme())
          && uri.getUserInfo() == null
          && uri.getHost() != null
          && HOSTS.contains(uri.getHost())
          && uri.getPort() == port;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
