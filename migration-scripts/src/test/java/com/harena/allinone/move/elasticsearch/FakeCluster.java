package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.move.store.Side;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/**
 * Answers as a cluster does, in the shapes of the API's documentation, and keeps what was asked.
 */
final class FakeCluster implements AutoCloseable {
  /** An answer to a request. */
  record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Deque<UnaryOperator<Answer>>> routes = new LinkedHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  FakeCluster(String version, String... modules) {
    this(plain(), version, modules);
  }

  FakeCluster(HttpServer server, String version, String... modules) {
    this.server = server;
    server.createContext("/", this::serve);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    StringBuilder named = new StringBuilder();
    for (String module : modules) {
      named.append(named.isEmpty() ? "" : ",").append("{\"name\":\"%s\"}".formatted(module));
    }
    on(
        "GET /_nodes/plugins,ingest",
        200,
        """
        {"nodes":{"x":{"name":"n1","version":"%s","modules":[%s],"plugins":[],
          "ingest":{"processors":[{"type":"set"}]}}}}
        """
            .formatted(version, named));
    on("GET /_cluster/settings", 200, "{\"persistent\":{},\"transient\":{},\"defaults\":{}}");
    on("GET /_cluster/health", 200, "{\"status\":\"green\",\"number_of_data_nodes\":1}");
    on("GET /_cluster/state/metadata", 200, "{}");
    on("GET /_snapshot", 200, "{}");
    on("GET /_cat/indices", 200, "[]");
    on("GET /_component_template", 200, "{\"component_templates\":[]}");
    on("GET /_index_template", 200, "{\"index_templates\":[]}");
    on("GET /_data_stream", 200, "{\"data_streams\":[]}");
    on("POST /_index_template/_simulate", 200, "{\"template\":{}}");
    on(
        "GET /_nodes/stats/fs",
        200,
        "{\"nodes\":{\"x\":{\"fs\":{\"total\":{\"total_in_bytes\":1000000,\"available_in_bytes\":500000}}}}}");
  }

  private static HttpServer plain() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Each answer once, in order; the last one for good. The path is without query. */
  synchronized FakeCluster on(String request, int status, String... bodies) {
    Deque<UnaryOperator<Answer>> answers = new ArrayDeque<>();
    for (String body : bodies) {
      answers.add(asked -> new Answer(status, body));
    }
    routes.put(request, answers);
    return this;
  }

  /** Answers made from what was sent, which stands in the body of the argument. */
  synchronized FakeCluster on(String request, List<UnaryOperator<Answer>> answers) {
    routes.put(request, new ArrayDeque<>(answers));
    return this;
  }

  /** An open index with these hits, read by point in time. */
  FakeCluster index(String name, String definition) {
    on(
        "GET /_cat/indices",
        200,
        """
        [{"index":"%s","status":"open","health":"green","docs.count":"1","pri.store.size":"1000","pri":"1","rep":"0"}]
        """
            .formatted(name));
    on("GET /" + name, 200, "{\"%s\":%s}".formatted(name, definition));
    on("POST /" + name + "/_refresh", 200, "{}");
    on("POST /" + name + "/_pit", 200, "{\"id\":\"pit-1\"}");
    on("DELETE /_pit", 200, "{}");
    return this;
  }

  static String hits(String... hits) {
    return "{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"failed\":0},\"hits\":{\"hits\":[%s]}}"
        .formatted(String.join(",", hits));
  }

  static String hit(String id, int sort, String source) {
    return "{\"_index\":\"i\",\"_id\":\"%s\",\"_version\":1,\"_score\":null,\"_source\":%s,\"sort\":[%d]}"
        .formatted(id, source, sort);
  }

  /** What was asked: method, path with query, and body. */
  List<String> requests() {
    return requests;
  }

  List<String> requests(String beginning) {
    return requests.stream().filter(request -> request.startsWith(beginning)).toList();
  }

  ElasticsearchEndpoint endpoint() {
    return Endpoints.plain(new Address("127.0.0.1", server.getAddress().getPort()));
  }

  Cluster cluster(Side side) {
    return new Cluster(side, endpoint(), Endpoints.NO_SECRETS, Endpoints.PATIENCE);
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      sent = new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes();
    }
    String body = new String(sent, StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    requests.add(
        "%s %s %s%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                body,
                authorization == null ? "" : " " + authorization));
    Answer answer =
        next(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), body);
    byte[] said = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), said.length == 0 ? -1 : said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  private synchronized Answer next(String route, String body) {
    Deque<UnaryOperator<Answer>> answers = routes.get(route);
    if (answers == null) {
      return new Answer(404, "{}");
    }
    UnaryOperator<Answer> answer = answers.size() > 1 ? answers.poll() : answers.peek();
    return answer.apply(new Answer(0, body));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
