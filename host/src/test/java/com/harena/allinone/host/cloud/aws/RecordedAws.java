package com.harena.allinone.host.cloud.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers every call with one text, shaped as AWS's API references show it, and keeps the calls.
 */
final class RecordedAws implements AutoCloseable {
  final List<String> requests = new ArrayList<>();
  private final HttpServer server;
  private int status = 200;
  private String body = "";

  RecordedAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answers(int withStatus, String withBody) {
    status = withStatus;
    body = withBody;
  }

  void refuses(int withStatus, String code) {
    answers(
        withStatus,
        "<Response><Errors><Error><Code>%s</Code><Message>no. Encoded authorization failure message: blob</Message></Error></Errors></Response>"
            .formatted(code));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + text);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
