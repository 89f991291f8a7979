package com.harena.allinone.cli.move;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.endpoint.Address;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.data.DataSet;
import com.harena.allinone.rehearsal.data.ElasticsearchData;
import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Two clusters of one node each; the old one has the index of the latest transactions. */
final class ElasticsearchPair implements TestStore {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String INDEX = "transactions-v1";
  private static final String PAGE =
      "{\"size\": 5000, \"sort\": [{\"booked\": \"asc\"}], \"query\": {\"match_all\": {}}%s}";
  private static final String SETTINGS_OF_A_FREEZE =
      """
      {"persistent": {"action.auto_create_index": null, "cluster.metadata.*": null}}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ElasticsearchServer source;
  private final ElasticsearchServer target;
  private final DataSet size;
  private final PostgresPair database;

  ElasticsearchPair(
      ElasticsearchServer source, ElasticsearchServer target, DataSet size, PostgresPair database) {
    this.source = source;
    this.target = target;
    this.size = size;
    this.database = database;
  }

  Address address(Side side) {
    return (side == Side.SOURCE ? source : target).address();
  }

  @Override
  public String name() {
    return "elasticsearch";
  }

  @Override
  public String place() {
    return "index " + INDEX;
  }

  /** The database must have been reset before, or grown. */
  @Override
  public void reset() {
    for (Side side : Side.values()) {
      send(side, "PUT", "/_cluster/settings", SETTINGS_OF_A_FREEZE);
      for (String index :
          ask(side, "/_all/_settings").propertyStream().map(Map.Entry::getKey).toList()) {
        send(side, "DELETE", "/" + index, "");
      }
    }
    fill(size);
  }

  @Override
  public void grow(int times) {
    send(Side.SOURCE, "DELETE", "/" + INDEX, "");
    fill(new DataSet(size.scale() * times));
  }

  private void fill(DataSet documents) {
    try (Connection connection = database.server(Side.SOURCE).connect(PostgresPair.DATABASE)) {
      new ElasticsearchData(source.address()).fill(documents, connection);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes an empty index. */
  void create(Side side, String index) {
    send(side, "PUT", "/" + index, "");
  }

  @Override
  public boolean oldSideTakesWrites() {
    String path = "/%s/_doc/probe".formatted(INDEX);
    HttpResponse<String> answer = answer(Side.SOURCE, "PUT", path, document(0));
    if (answer.statusCode() == 403 && answer.body().contains("cluster_block_exception")) {
      return false;
    }
    send(Side.SOURCE, "DELETE", path + "?refresh=true", "");
    return true;
  }

  @Override
  public void write(Side side, int number) {
    send(side, "PUT", "/%s/_doc/%s?refresh=true".formatted(INDEX, key(number)), document(number));
  }

  private static String document(int number) {
    return "{\"account\": 1, \"booked\": \"2030-01-01T00:%02d:00Z\", \"amount\": 1.5}"
        .formatted(number);
  }

  @Override
  public String key(int number) {
    return "late-" + number;
  }

  @Override
  public Map<String, String> content(Side side) {
    Map<String, String> content = new TreeMap<>();
    ask(side, "/_all/_settings?flat_settings=true")
        .propertyStream()
        .forEach(index -> index(side, index.getKey(), index.getValue().path("settings"), content));
    return content;
  }

  private void index(Side side, String name, JsonNode settings, Map<String, String> content) {
    settings
        .propertyStream()
        .filter(it -> it.getKey().matches("index\\.(number_of.*|refresh_interval|blocks.*)"))
        .filter(it -> !it.getKey().equals("index.blocks.write"))
        .forEach(it -> content.put(name + " " + it.getKey(), it.getValue().asText()));
    content.put(name + " mapping", ask(side, "/" + name + "/_mapping").toString());
    ask(side, "/" + name + "/_alias")
        .path(name)
        .path("aliases")
        .propertyStream()
        .filter(alias -> !alias.getKey().contains("allinone"))
        .forEach(alias -> content.put(name + " alias " + alias.getKey(), "" + alias.getValue()));
    String after = "";
    while (after != null) {
      JsonNode hits = search(side, name, after);
      after = null;
      for (JsonNode hit : hits) {
        content.put(name + "/" + hit.path("_id").asText(), hit.path("_source").toString());
        after = ", \"search_after\": " + hit.path("sort");
      }
    }
  }

  private JsonNode search(Side side, String index, String after) {
    send(side, "POST", "/" + index + "/_refresh", "");
    return read(send(side, "POST", "/" + index + "/_search", PAGE.formatted(after)))
        .path("hits")
        .path("hits");
  }

  private JsonNode ask(Side side, String path) {
    return read(send(side, "GET", path, ""));
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String send(Side side, String method, String path, String body) {
    HttpResponse<String> answer = answer(side, method, path, body);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + " answered " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> answer(Side side, String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://%s%s".formatted(address(side), path)))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    source.close();
    target.close();
  }
}
