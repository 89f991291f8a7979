package com.harena.allinone.host.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.secret.SecretValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkWebTest {
  @TempDir private Path folder;

  private final List<String> requests = new ArrayList<>();
  private final JdkWeb web = new JdkWeb();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sendsASignalWithoutAContentTypeSinceTheAddressIsSignedWithoutOne() {
    Signals.Answer answer = web.put(address("/handle"), "{\"Status\":\"SUCCESS\"}");

    assertThat(answer).isEqualTo(new Signals.Answer(200, "body"));
    assertThat(requests).containsExactly("PUT /handle null null {\"Status\":\"SUCCESS\"}");
  }

  @Test
  void fetchesAFile() {
    web.fetch(address("/file"), folder.resolve("deep/file"));

    assertThat(folder.resolve("deep/file")).hasContent("body");
  }

  @Test
  void aFileThatIsNotThereIsAFailure() {
    status = 404;

    assertThatThrownBy(() -> web.fetch(address("/file"), folder.resolve("file")))
        .isInstanceOf(WebFailure.class)
        .hasMessageContaining("status 404");
  }

  @Test
  void asksForHealthWithTheHeaders() {
    status = 503;

    assertThat(web.status(address("/health"), Map.of("X-Allinone-Origin", SecretValue.of("x"))))
        .isEqualTo(503);
    assertThat(requests).containsExactly("GET /health null x ");
  }

  @Test
  void noAnswerIsAFailureThatHidesASignedAddress() {
    server.stop(0);

    assertThatThrownBy(() -> web.put(address("/?signature=s3cr3t"), "{}"))
        .isInstanceOf(WebFailure.class)
        .hasMessageContaining("no answer")
        .hasMessageNotContaining("s3cr3t");
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestHeaders().getFirst("X-Allinone-Origin"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    exchange.sendResponseHeaders(status, 4);
    exchange.getResponseBody().write("body".getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }
}
