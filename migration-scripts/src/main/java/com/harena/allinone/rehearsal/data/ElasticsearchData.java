package com.harena.allinone.rehearsal.data;

import com.harena.allinone.endpoint.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** The search index: the latest transactions, as the application would put them there. */
public final class ElasticsearchData {
  private static final int BATCH = 2000;
  private static final int PARALLEL = 2;
  private static final String INDEX =
      """
      {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"},
       "aliases": {"transactions": {}},
       "mappings": {"dynamic": "strict", "properties": {
         "account": {"type": "integer"}, "booked": {"type": "date"}, "amount": {"type": "double"},
         "currency": {"type": "keyword"}, "category": {"type": "keyword"}, "tags": {"type": "keyword"},
         "description": {"type": "text", "fields": {"raw": {"type": "keyword"}}}}}}
      """;
  private static final String DOCUMENTS =
      """
      select id, json_build_object('account', account_id, 'booked',
        to_char(booked at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'amount', amount,
        'currency', currency, 'category', category, 'tags', tags, 'description', description)::text
      from transactions order by id desc limit %d
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Address address;

  /** The cluster at that address, without security. */
  public ElasticsearchData(Address address) {
    this.address = address;
  }

  /** Indexes the latest transactions of the database. */
  public void fill(DataSet size, Connection database) throws IOException, SQLException {
    send("PUT", "/transactions-v1", INDEX);
    database.setAutoCommit(false);
    Deque<CompletableFuture<Void>> running = new ArrayDeque<>();
    try (Statement statement = database.createStatement()) {
      statement.setFetchSize(BATCH);
      try (ResultSet rows = statement.executeQuery(DOCUMENTS.formatted(size.documents()))) {
        StringBuilder batch = new StringBuilder(1 << 19);
        for (int n = 1; rows.next(); n++) {
          batch.append("{\"index\":{\"_id\":\"").append(rows.getLong(1)).append("\"}}\n");
          batch.append(rows.getString(2)).append('\n');
          if (n % BATCH == 0) {
            running.add(index(batch));
            if (running.size() > PARALLEL) {
              running.remove().join();
            }
          }
        }
        if (!batch.isEmpty()) {
          running.add(index(batch));
        }
      }
    }
    running.forEach(CompletableFuture::join);
    send("PUT", "/transactions-v1/_settings", "{\"refresh_interval\": \"1s\"}");
    send("POST", "/transactions-v1/_refresh", "");
  }

  private CompletableFuture<Void> index(StringBuilder batch) {
    HttpRequest request =
        request(
            "POST", "/transactions-v1/_bulk?filter_path=errors,items.*.error", batch.toString());
    batch.setLength(0);
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .thenAccept(ElasticsearchData::refuseFailure);
  }

  private void send(String method, String path, String body) throws IOException {
    try {
      refuseFailure(client.send(request(method, path, body), BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://%s%s".formatted(address, path)))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
        .build();
  }

  private static void refuseFailure(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300 || answer.body().contains("\"errors\":true")) {
      throw new IllegalStateException(
          "Elasticsearch answered %d to %s: %s"
              .formatted(
                  answer.statusCode(),
                  answer.uri(),
                  answer.body().substring(0, Math.min(500, answer.body().length()))));
    }
  }
}
