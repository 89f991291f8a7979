package com.harena.allinone.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.engine.ApiFailure;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;

class StoredParametersTest {
  private HttpServer server;
  private ServiceClients clients;
  private StoredParameters parameters;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    clients = new ServiceClients(address, "eu-west-1");
    parameters = new StoredParameters(clients.of(SsmClient.builder()));
    server.start();
  }

  @AfterEach
  void stop() {
    clients.close();
    server.stop(0);
  }

  @Test
  void tellsAValueAndWhereThereIsNone() {
    answers(200, "{\"Parameter\":{\"Value\":\"30\"}}");
    assertThat(parameters.plain("/version")).contains("30");
    server.removeContext("/");
    answers(400, "{\"__type\":\"ParameterNotFound\"}");
    assertThat(parameters.plain("/version")).isEmpty();
  }

  @Test
  void saysWhichParameterWasAskedForTooOften() {
    answers(400, "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
    refuses("Throttling", ": Rate exceeded");
  }

  @Test
  void saysWhichParameterCannotBeTold() {
    answers(500, "{\"__type\":\"InternalServerError\",\"message\":\"an error\"}");
    refuses("ValidationError", ": an error");
  }

  private void refuses(String code, String end) {
    assertThatThrownBy(() -> parameters.plain("/version"))
        .hasMessage(
            "Unable to fetch parameters [/version] from parameter store for this account" + end)
        .asInstanceOf(InstanceOfAssertFactories.type(ApiFailure.class))
        .extracting(ApiFailure::code)
        .isEqualTo(code);
  }

  private void answers(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
