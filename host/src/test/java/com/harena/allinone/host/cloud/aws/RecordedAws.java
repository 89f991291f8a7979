package com.harena.allinone.host.cloud.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/**
 * Answers calls with texts shaped as AWS's API references show them, the last one again and again,
 * and keeps the calls.
 */
final class RecordedAws implements AutoCloseable {
  final List<String> requests = new ArrayList<>();
  final List<String> conditions = new ArrayList<>();
  private final HttpServer server;
  private int status = 200;
  private final Deque<String> bodies = new ArrayDeque<>();

  RecordedAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Has a client call here, once for each call. */
  <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B reachedBy(B builder) {
    return builder
        .endpointOverride(address())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()));
  }

  void answers(int withStatus, String withBody) {
    status = withStatus;
    bodies.clear();
    bodies.add(withBody);
  }

  void answersThen(String first, String later) {
    answers(200, first);
    bodies.add(later);
  }

  void refuses(int withStatus, String code) {
    answers(
        withStatus,
        "<Response><Errors><Error><Code>%s</Code><Message>no. Encoded authorization failure message: blob</Message></Error></Errors></Response>"
            .formatted(code));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    conditions.add(exchange.getRequestHeaders().getFirst("If-None-Match"));
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + text);
    String body = bodies.size() > 1 ? bodies.remove() : bodies.element();
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
