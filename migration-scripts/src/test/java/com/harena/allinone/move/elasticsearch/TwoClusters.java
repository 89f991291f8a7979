package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two real servers for all tests of this JVM, and what the tests say to them. */
final class TwoClusters {
  static final Path REPOSITORIES = temporary("repositories");
  static final ElasticsearchServer SOURCE = start("source");
  static final ElasticsearchServer TARGET = start("target");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private TwoClusters() {}

  private static Path temporary(String name) {
    try {
      Path folder = Files.createTempDirectory("allinone-elasticsearch-" + name);
      Files.setPosixFilePermissions(
          folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ElasticsearchServer start(String name) {
    ElasticsearchServer server =
        ElasticsearchServer.start(
            Checkout.servers(), temporary(name), Map.of("path.repo", REPOSITORIES.toString()));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  static ElasticsearchStore store() {
    return Endpoints.store(Endpoints.plain(SOURCE.address()), Endpoints.plain(TARGET.address()));
  }

  /** Deletes everything that tests may have left. */
  static void empty(ElasticsearchServer server) {
    send(server, "PUT", "/_cluster/settings", "{\"persistent\":{\"*\":null}}");
    for (JsonNode index :
        send(server, "GET", "/_cat/indices?format=json&expand_wildcards=all", "")) {
      String name = "/" + Request.encoded(index.path("index").asText());
      ok(server, "PUT", name + "/_settings", "{\"index.blocks.read_only\":null}");
      ok(server, "DELETE", name, "");
    }
    for (String path :
        List.of("_index_template", "_component_template", "_template", "_ingest/pipeline")) {
      send(server, "DELETE", "/" + path + "/*", "");
    }
    send(server, "DELETE", "/_snapshot/*", "");
  }

  static JsonNode ok(ElasticsearchServer server, String method, String path, String body) {
    HttpResponse<String> response = raw(server, method, path, body);
    if (response.statusCode() >= 300) {
      throw new AssertionError("%s %s: %s".formatted(method, path, response.body()));
    }
    return Json.parse(response.body());
  }

  static JsonNode send(ElasticsearchServer server, String method, String path, String body) {
    return Json.parse(raw(server, method, path, body).body());
  }

  private static HttpResponse<String> raw(
      ElasticsearchServer server, String method, String path, String body) {
    String type = path.contains("_bulk") ? "application/x-ndjson" : "application/json";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + server.address() + path))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
