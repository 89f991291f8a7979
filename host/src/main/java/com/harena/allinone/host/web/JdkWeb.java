package com.harena.allinone.host.web;

import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The web through the Java platform's own client. */
public final class JdkWeb implements Downloads, Pulse, Signals {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(10);

  private final HttpClient http;
  private final Duration limit;

  /** Waits ten seconds for an answer. */
  public JdkWeb() {
    this(ANSWER_LIMIT);
  }

  /** Waits so long for an answer. */
  public JdkWeb(Duration limit) {
    this.limit = limit;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @Override
  public void fetch(URI address, Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
    HttpResponse<Path> response =
        send(
            "fetch " + address,
            HttpRequest.newBuilder(address).timeout(DOWNLOAD_LIMIT),
            HttpResponse.BodyHandlers.ofFile(file));
    if (response.statusCode() != 200) {
      throw new WebFailure(
          "could not fetch %s: status %d".formatted(address, response.statusCode()));
    }
  }

  @Override
  public int status(URI address, Map<String, SecretValue> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(limit);
    headers.forEach((name, value) -> request.header(name, value.reveal()));
    return send("reach " + address, request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Override
  public Answer put(URI address, String body) {
    HttpResponse<String> response =
        send(
            "send the signal",
            HttpRequest.newBuilder(address)
                .timeout(limit)
                .PUT(HttpRequest.BodyPublishers.ofString(body)),
            HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  private <T> HttpResponse<T> send(
      String action, HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new WebFailure(
          "could not %s: no answer (%s)".formatted(action, e.getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WebFailure("could not %s: interrupted".formatted(action));
    }
  }
}
