package com.harena.allinone.rehearsal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elasticsearch servers. */
final class ElasticsearchServerIT {
  @TempDir Path folder;

  @Test
  void keepsPortAndDocumentsOverARestart() throws Exception {
    Map<String, String> settings = Map.of("path.repo", folder.resolve("repository").toString());
    try (ElasticsearchServer server =
        ElasticsearchServer.start(Checkout.servers(), folder, settings)) {
      assertThat(send(server, "PUT", "/kept/_doc/1", "{\"n\":1}")).contains("\"created\"");
      assertThat(
              send(
                  server,
                  "PUT",
                  "/_snapshot/local",
                  "{\"type\":\"fs\",\"settings\":{\"location\":\"all\"}}"))
          .contains("\"acknowledged\":true");
      server.kill();
      server.restart();
      assertThat(send(server, "GET", "/kept/_doc/1", "")).contains("\"n\":1");
    }
  }

  @Test
  void saysWhyItDoesNotStart() {
    assertThatThrownBy(
            () ->
                ElasticsearchServer.start(
                    Checkout.servers(), folder, Map.of("no.such.setting", "1")))
        .isInstanceOf(ServerUnavailable.class)
        .hasMessageContaining("no.such.setting");
  }

  private static String send(ElasticsearchServer server, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + server.address() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
