package com.harena.allinone.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a local AWS tells of itself: its file in a checkout, and its pages. */
final class LocalFront implements AutoCloseable {
  private final HttpServer server;
  private final Path file;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private volatile Path motoEnded = Path.of("none");
  private final Process process;
  private volatile String resources = "";

  LocalFront(Path checkout) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/_allinone/status",
        exchange -> {
          answer(
              exchange,
              "{\"moto\":\"%s\",\"stacks\":[{\"name\":\"app\",\"status\":\"CREATE_COMPLETE\"}]}"
                  .formatted(moto()));
        });
    server.createContext(
        "/_allinone/resources/app",
        exchange -> answer(exchange, "{\"resources\":[" + resources + "]}"));
    server.start();
    process = new ProcessBuilder("sleep", "600").start();
    file = Files.createDirectories(checkout.resolve(".allinone/local")).resolve("state.json");
    environment.put("AWS_ENDPOINT_URL", "http://localhost:" + server.getAddress().getPort());
    environment.put("AWS_ACCESS_KEY_ID", "made-up");
    environment.put("AWS_SECRET_ACCESS_KEY", "made-up");
    environment.put("AWS_SESSION_TOKEN", "made-up");
    environment.put("AWS_ACCOUNT_ID", "123456789012");
    environment.put("AWS_REGION", "eu-west-1");
    environment.put("HOME", checkout.resolve("home").toString());
    write();
  }

  /** Names a variable otherwise, or not at all. */
  void variable(String name, String value) {
    environment.put(name, value);
    write();
  }

  /** Says that moto has ended as soon as there is such a file. */
  void motoEndsOnce(Path file) {
    motoEnded = file;
  }

  /** The process that it says it is. */
  long pid() {
    return process.pid();
  }

  private String moto() {
    return Files.exists(motoEnded) ? "moto has ended with status 137" : "running";
  }

  /** One more resource, which its service knows or not. */
  void resource(String logicalId, String type, boolean found) {
    String one =
        "{\"logicalId\":\"%s\",\"type\":\"%s\",\"physicalId\":\"%s-1\",\"found\":%s}"
            .formatted(logicalId, type, logicalId.toLowerCase(Locale.ROOT), found);
    resources = resources.isEmpty() ? one : resources + "," + one;
  }

  private void write() {
    String variables =
        environment.entrySet().stream()
            .map(each -> "\"%s\":\"%s\"".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(","));
    try {
      Files.writeString(
          file,
          "{\"pid\":%d,\"began\":\"%s\",\"port\":%d,\"environment\":{%s}}"
              .formatted(
                  process.pid(),
                  process.info().startInstant().orElse(Instant.EPOCH),
                  server.getAddress().getPort(),
                  variables));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    process.destroyForcibly();
  }
}
