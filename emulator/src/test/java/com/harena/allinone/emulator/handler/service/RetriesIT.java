package com.harena.allinone.emulator.handler.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.SnsClient;

class RetriesIT {
  private static final int ATTEMPTS = 6;
  private static final String REFUSAL =
      "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>no</Message></Error>"
          + "</ErrorResponse>";
  private static final String TOPIC =
      "<CreateTopicResponse><CreateTopicResult><TopicArn>arn</TopicArn></CreateTopicResult>"
          + "</CreateTopicResponse>";

  private final AtomicInteger calls = new AtomicInteger();
  private volatile int failures;
  private volatile int status;
  private volatile String refusal = "";
  private volatile String success = "";
  private HttpServer server;

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

  @ParameterizedTest
  @CsvSource({"500, InternalFailure", "503, ServiceUnavailable", "400, Throttling"})
  void aClientAsksAgainUntilTheServiceAnswers(int code, String name) {
    fail(ATTEMPTS - 1, code, REFUSAL.formatted(name), TOPIC);
    try (SnsClient sns = access().client(SnsClient.builder())) {
      assertThat(sns.createTopic(call -> call.name("t")).topicArn()).isEqualTo("arn");
    }
    assertThat(calls).hasValue(ATTEMPTS);
  }

  @Test
  void aClientGivesUpAfterSixAttemptsAndNeverAsksAgainForARefusal() {
    fail(ATTEMPTS, 500, REFUSAL.formatted("InternalFailure"), TOPIC);
    try (SnsClient sns = access().client(SnsClient.builder())) {
      assertThatThrownBy(() -> sns.createTopic(call -> call.name("t")))
          .isInstanceOf(AwsServiceException.class);
      assertThat(calls).hasValue(ATTEMPTS);
      fail(ATTEMPTS, 400, REFUSAL.formatted("InvalidParameter"), TOPIC);
      assertThatThrownBy(() -> sns.createTopic(call -> call.name("t")))
          .isInstanceOf(AwsServiceException.class);
      assertThat(calls).hasValue(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalFailure",
    "429, TooManyRequestsException",
    "400, aws.budgets#ThrottlingException"
  })
  void aCallOfTheJsonProtocolIsMadeAgainInTheSameWay(int code, String name) {
    fail(ATTEMPTS - 1, code, "{\"__type\":\"" + name + "\"}", "{\"Budget\":{}}");
    assertThat(budgets().call("DescribeBudget", Json.object()).has("Budget")).isTrue();
    assertThat(calls).hasValue(ATTEMPTS);
  }

  @Test
  void aRefusalOfTheJsonProtocolIsToldOnceByItsCodeAndWords() {
    fail(ATTEMPTS, 400, "{\"__type\":\"ns#NotFoundException\",\"Message\":\"no budget\"}", "{}");
    assertThatThrownBy(() -> budgets().call("DescribeBudget", Json.object()))
        .isInstanceOfSatisfying(
            ServiceRefusal.class,
            refused -> assertThat(refused.code()).isEqualTo("NotFoundException"))
        .hasMessage("no budget");
    assertThat(calls).hasValue(1);
  }

  private void fail(int times, int code, String words, String afterwards) {
    calls.set(0);
    failures = times;
    status = code;
    refusal = words;
    success = afterwards;
  }

  private ServiceAccess access() {
    return new ServiceAccess(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "eu-west-1");
  }

  private JsonCalls budgets() {
    return new JsonCalls(access(), "budgets", "AWSBudgetServiceGateway");
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean fails = calls.incrementAndGet() <= failures;
    exchange.getRequestBody().readAllBytes();
    byte[] body = (fails ? refusal : success).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(fails ? status : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
