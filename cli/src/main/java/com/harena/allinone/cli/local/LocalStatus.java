package com.harena.allinone.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a local AWS tells of itself. */
public final class LocalStatus {
  private static final int PATIENCE_MILLISECONDS = 10_000;

  /** A list of resources is made by asking a service for each. */
  private static final int LONG_PATIENCE_MILLISECONDS = 60_000;

  private LocalStatus() {}

  /**
   * Asks it.
   *
   * @throws LocalFailedException if it does not answer
   */
  public static JsonNode of(LocalState state) {
    return page(state, "status");
  }

  /** The state of a stack, such as {@code CREATE_COMPLETE}. */
  public static String ofStack(LocalState state, String name) {
    return StreamSupport.stream(of(state).path("stacks").spliterator(), false)
        .filter(stack -> stack.path("name").asText().equals(name))
        .findFirst()
        .map(stack -> stack.path("status").asText())
        .orElse("unknown to the local AWS");
  }

  /** Why it can deploy nothing more, if that is so. */
  public static Optional<String> fault(LocalState state) {
    if (!state.process().isAlive()) {
      return Optional.of(
          "process %d of the local AWS has ended meanwhile, and everything that it held is gone; the same command starts a new one, which begins empty"
              .formatted(state.process().pid()));
    }
    String moto = of(state).path("moto").asText();
    return moto.equals("running")
        ? Optional.empty()
        : Optional.of(
            moto + "; what it held is gone: end the local AWS by local down and start it again");
  }

  /**
   * Which resources of a stack its services know.
   *
   * @throws LocalFailedException if it does not answer
   */
  public static JsonNode resources(LocalState state, String stack) {
    return page(state, "resources/" + stack).path("resources");
  }

  private static JsonNode page(LocalState state, String name) {
    URI page = URI.create("http://127.0.0.1:" + state.port() + "/_allinone/" + name);
    try {
      HttpURLConnection connection =
          (HttpURLConnection) page.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(PATIENCE_MILLISECONDS);
      connection.setReadTimeout(LONG_PATIENCE_MILLISECONDS);
      try (InputStream answer = connection.getInputStream()) {
        return new ObjectMapper().readTree(answer);
      }
    } catch (IOException e) {
      throw new LocalFailedException(
          "process %d of the local AWS does not answer on port %d (%s): end it by local down"
              .formatted(state.process().pid(), state.port(), e.getMessage()));
    }
  }

  /** The answer as text. */
  public static String text(JsonNode status) {
    StringBuilder text = new StringBuilder();
    text.append(
        "port %d, process %d, since %s%n"
            .formatted(
                status.path("port").asInt(),
                status.path("pid").asLong(),
                status.path("since").asText()));
    text.append(
        "moto: %s; %d calls, %d of them failed by a fault of the server%n"
            .formatted(
                status.path("moto").asText(),
                status.path("calls").asLong(),
                status.path("serverErrors").asLong()));
    if (status.path("stacks").isEmpty()) {
      text.append("no stacks%n".formatted());
    }
    status
        .path("stacks")
        .forEach(
            stack ->
                text.append(
                    "%s  %s%n"
                        .formatted(stack.path("name").asText(), stack.path("status").asText())));
    return text.toString();
  }
}
