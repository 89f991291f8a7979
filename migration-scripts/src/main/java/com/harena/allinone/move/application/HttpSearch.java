package com.harena.allinone.move.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.redis.TrustedAuthorities;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Searches an Elasticsearch. */
public final class HttpSearch implements DocumentSearch {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final ElasticsearchEndpoint endpoint;
  private final SecretSource secrets;

  /** Searches of one cluster. */
  public HttpSearch(ElasticsearchEndpoint endpoint, SecretSource secrets) {
    this.endpoint = endpoint;
    this.secrets = secrets;
  }

  @Override
  public String server() {
    return endpoint.toString();
  }

  @Override
  public long hits(String indexOrAlias) throws IOException, InterruptedException {
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(TIMEOUT);
    if (endpoint.tls().isOn()) {
      client.sslContext(TrustedAuthorities.context(endpoint.tls()));
    }
    String path = URLEncoder.encode(indexOrAlias, StandardCharsets.UTF_8).replace("+", "%20");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "%s://%s/%s/_search?size=1&track_total_hits=true"
                        .formatted(
                            endpoint.tls().isOn() ? "https" : "http", endpoint.address(), path)))
            .timeout(TIMEOUT);
    if (endpoint.user().isPresent() && endpoint.password().isPresent()) {
      String pair = endpoint.user().get() + ":" + secrets.get(endpoint.password().get()).reveal();
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    HttpResponse<InputStream> response =
        client.build().send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      JsonNode answer = JSON.readTree(body);
      if (response.statusCode() != 200) {
        throw new NotAsExpected(
            "%s: %d %s"
                .formatted(
                    indexOrAlias,
                    response.statusCode(),
                    answer.at("/error/type").asText("refused")));
      }
      long total = answer.at("/hits/total/value").asLong();
      if (total > 0 && answer.at("/hits/hits/0/_id").isMissingNode()) {
        throw new NotAsExpected(indexOrAlias + ": the search returns no document");
      }
      return total;
    }
  }
}
