package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.endpoint.Address;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * Stands in front of a real server and passes everything on, but for one document, for which that
 * server never seems to have a thread.
 */
final class BusyProxy implements AutoCloseable {
  private static final ObjectNode REJECTED =
      (ObjectNode)
          Json.parse(
              """
              {"index":{"status":429,"error":{"type":"es_rejected_execution_exception",
                "reason":"rejected execution of primary operation"}}}
              """);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Address behind;
  private final String action;

  /**
   * Listens on a free port.
   *
   * @param id of the document that is never taken
   */
  BusyProxy(Address behind, String id) throws IOException {
    this.behind = behind;
    this.action = "{\"index\":{\"_id\":\"%s\"".formatted(id);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  Address address() {
    return new Address("127.0.0.1", server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
        body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
      }
      String path = exchange.getRequestURI().toString();
      HttpResponse<byte[]> answer =
          path.contains("/_bulk") ? bulk(exchange, body) : passed(exchange, body);
      byte[] said = answer == null ? onlyRejected() : answer.body();
      if (answer != null && path.contains("/_bulk") && left(body).size() < pairs(body).size()) {
        said = withRejected(said, pairs(body).indexOf(rejected(body)));
      }
      int status = answer == null ? 200 : answer.statusCode();
      exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
      exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
      exchange.getResponseBody().write(said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The answer to what is left of the request; null if nothing is. */
  private HttpResponse<byte[]> bulk(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    List<String> left = left(body);
    return left.isEmpty()
        ? null
        : passed(exchange, String.join("", left).getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> passed(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + behind + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private List<String> left(byte[] body) {
    return pairs(body).stream().filter(pair -> !pair.startsWith(action)).toList();
  }

  private String rejected(byte[] body) {
    return pairs(body).stream().filter(pair -> pair.startsWith(action)).findFirst().orElseThrow();
  }

  private static List<String> pairs(byte[] body) {
    List<String> lines = new String(body, StandardCharsets.UTF_8).lines().toList();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      pairs.add(lines.get(i) + "\n" + lines.get(i + 1) + "\n");
    }
    return pairs;
  }

  private static byte[] onlyRejected() {
    ObjectNode answer = Json.object().put("errors", true);
    answer.putArray("items").add(REJECTED);
    return Json.bytes(answer);
  }

  private static byte[] withRejected(byte[] answer, int place) throws IOException {
    JsonNode whole = Json.MAPPER.readTree(answer);
    ((ArrayNode) whole.path("items")).insert(place, REJECTED);
    return Json.bytes(((ObjectNode) whole).put("errors", true));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
