package com.harena.allinone.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import redis.clients.jedis.Jedis;

/** Writes to the new side as users do after a cut-over: one row, one document, one key. */
final class NewWrites {
  private final OneSide side;
  private final String database;

  NewWrites(OneSide side, String database) {
    this.side = side;
    this.database = database;
  }

  void write() throws IOException, InterruptedException {
    side.postgres()
        .execute(
            database,
            "insert into users (email, name, created) values ('late@example.org', 'Late', now())");
    index();
    try (Jedis redis =
        new Jedis(side.redis().address().host(), side.redis().address().port(), 20_000)) {
      redis.setex("session:late", 3600, "{\"user\":\"late@example.org\"}");
    }
  }

  private void index() throws IOException, InterruptedException {
    URI place =
        URI.create(
            "http://%s/transactions-v1/_doc/late?refresh=true"
                .formatted(side.elasticsearch().address()));
    HttpRequest request =
        HttpRequest.newBuilder(place)
            .header("Content-Type", "application/json")
            .PUT(
                BodyPublishers.ofString("{\"account\": 1, \"amount\": 4.5, \"currency\": \"EUR\"}"))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(
          "Elasticsearch answered %d to a new document".formatted(answer.statusCode()));
    }
  }
}
