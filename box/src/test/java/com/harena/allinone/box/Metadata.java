package com.harena.allinone.box;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The metadata service of one instance, version 2: without a token it tells nothing. */
final class Metadata implements AutoCloseable {
  static final String ADDRESS = "169.254.169.254";
  private static final String META = "/latest/meta-data/";
  private static final int LONGEST_SECONDS = 21_600;

  private final HttpServer server;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
  private final Map<String, Supplier<String>> answers = new ConcurrentHashMap<>();

  /** Serves at a free port of an address. */
  Metadata(InetAddress address) {
    try {
      server = HttpServer.create(new InetSocketAddress(address, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve metadata at " + address, e);
    }
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "metadata");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::serve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Answers below {@code meta-data}, such as {@code spot/instance-action}; 404 before. */
  Metadata tell(String path, Supplier<String> answer) {
    answers.put(META + path, answer);
    return this;
  }

  /** Answers 404 again. */
  void forget(String path) {
    answers.remove(META + path);
  }

  /** The script of the first boot. */
  Metadata userData(String text) {
    answers.put("/latest/user-data", () -> text);
    return this;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean asks = exchange.getRequestMethod().equals("PUT");
      if (asks && exchange.getRequestURI().getPath().equals("/latest/api/token")) {
        token(exchange);
      } else if (!valid(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"))) {
        exchange.sendResponseHeaders(401, -1);
      } else {
        Supplier<String> answer = answers.get(exchange.getRequestURI().getPath());
        answer(exchange, answer == null ? Optional.empty() : Optional.of(answer.get()));
      }
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token-ttl-seconds");
    boolean forwarded = exchange.getRequestHeaders().containsKey("X-Forwarded-For");
    if (forwarded || asked == null || !asked.matches("\\d{1,5}")) {
      exchange.sendResponseHeaders(forwarded ? 403 : 400, -1);
      return;
    }
    int seconds = Math.min(Integer.parseInt(asked), LONGEST_SECONDS);
    String token = UUID.randomUUID().toString();
    tokens.put(token, Instant.now().plus(Duration.ofSeconds(seconds)));
    exchange.getResponseHeaders().set("X-aws-ec2-metadata-token-ttl-seconds", "" + seconds);
    answer(exchange, Optional.of(token));
  }

  private boolean valid(String token) {
    return token != null && tokens.getOrDefault(token, Instant.MIN).isAfter(Instant.now());
  }

  private static void answer(HttpExchange exchange, Optional<String> text) throws IOException {
    if (text.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
