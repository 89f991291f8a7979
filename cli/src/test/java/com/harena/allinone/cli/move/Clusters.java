package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import com.harena.allinone.rehearsal.server.ServerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** An old and a new Elasticsearch that tests may halt, end and start again. */
final class Clusters implements AutoCloseable {
  private static final String OPEN =
      """
      {"persistent": {"action.auto_create_index": null, "cluster.metadata.*": null}}""";
  private static final String PAGE = "{\"size\": 2000, \"sort\": [{\"n\": \"asc\"}]%s}";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final ElasticsearchServer source;
  private final ElasticsearchServer target;

  private Clusters(Path folder, ElasticsearchServer source, ElasticsearchServer target) {
    this.folder = folder;
    this.source = source;
    this.target = target;
  }

  /** Starts both at once. */
  static Clusters start() {
    ServerFiles files = ServerFiles.of(Path.of(System.getProperty("allinone.checkout")));
    try {
      Path folder = Files.createTempDirectory("allinone-clusters-");
      CompletableFuture<ElasticsearchServer> old =
          CompletableFuture.supplyAsync(
              () -> ElasticsearchServer.start(files, folder.resolve("old"), Map.of()));
      ElasticsearchServer target =
          ElasticsearchServer.start(files, folder.resolve("new"), Map.of());
      return new Clusters(folder, old.join(), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ElasticsearchServer server(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** A plan that moves nothing else. */
  String plan() {
    String store = "%n  elasticsearch:%n    address: %s%n    tls: off%n";
    return "environment: %s%nsource:%s"
            .formatted(MoveFolder.ENVIRONMENT, store)
            .formatted(source.address())
        + "target:"
        + store.formatted(target.address());
  }

  /** Both are empty and take writes. */
  Clusters reset() {
    for (Side side : Side.values()) {
      send(side, "PUT", "/_cluster/settings", OPEN);
      for (String index : indices(side)) {
        send(side, "PUT", "/" + index + "/_settings", "{\"index.blocks.read_only\": null}");
        send(side, "DELETE", "/" + index, "");
      }
    }
    return this;
  }

  /** Fills an index of the old side. */
  Clusters fill(String index, SampleDocuments documents) {
    send(Side.SOURCE, "PUT", "/" + index, SampleDocuments.INDEX);
    documents.bulks().forEach(bulk -> send(Side.SOURCE, "POST", "/" + index + "/_bulk", bulk));
    send(Side.SOURCE, "POST", "/" + index + "/_refresh", "");
    return this;
  }

  List<String> indices(Side side) {
    return ask(side, "/_all/_settings").propertyStream().map(Map.Entry::getKey).sorted().toList();
  }

  /** Compares both sides without any code of the product: documents, settings, mappings. */
  void assertSidesAreEqual() {
    Map<String, String> content = content(Side.SOURCE);
    assertThat(content).isNotEmpty();
    assertThat(content(Side.TARGET)).isEqualTo(content);
  }

  private Map<String, String> content(Side side) {
    Map<String, String> content = new TreeMap<>();
    for (String index : indices(side)) {
      content.put(index, ask(side, "/" + index + "/_mapping").toString());
      content.put(index + " blocks", blocks(side, index).toString());
      String after = "";
      do {
        String found = send(side, "POST", "/" + index + "/_search", PAGE.formatted(after));
        after = "";
        for (JsonNode hit : MoveFolder.json(found).path("hits").path("hits")) {
          content.put(index + "/" + hit.path("_id").asText(), hit.path("_source").toString());
          after = ", \"search_after\": " + hit.path("sort");
        }
      } while (!after.isEmpty());
    }
    return content;
  }

  /** What keeps an index from being written to. */
  JsonNode blocks(Side side, String index) {
    String path = "/" + index + "/_settings/index.blocks.*?flat_settings=true";
    return ask(side, path).path(index).path("settings");
  }

  JsonNode ask(Side side, String path) {
    return MoveFolder.json(send(side, "GET", path, ""));
  }

  /** Anything but success is a failure of the test. */
  String send(Side side, String method, String path, String body) {
    String type = path.endsWith("/_bulk") ? "application/x-ndjson" : "application/json";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://%s%s".formatted(server(side).address(), path)))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s answered %s", path, answer.body()).isLessThan(300);
      assertThat(answer.body()).doesNotStartWith("{\"errors\":true");
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
    target.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
