package com.harena.allinone.emulator.handler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/**
 * Calls to a service of AWS's JSON protocol for which no client of the SDK is used. It asks six
 * times on throttling and server errors, as {@link ServiceAccess} lets the clients do.
 */
public final class JsonCalls {
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final int SERVER_ERROR = 500;
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=local/20260101/%s/%s/aws4_request, "
          + "SignedHeaders=host, Signature=local";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;
  private final String region;
  private final String service;
  private final String target;

  /**
   * Calls to one service.
   *
   * @param access where it answers
   * @param service its name in signatures, such as {@code budgets}
   * @param target the prefix of its actions, such as {@code AWSBudgetServiceGateway}
   */
  public JsonCalls(ServiceAccess access, String service, String target) {
    this.endpoint = access.endpoint();
    this.region = access.region();
    this.service = service;
    this.target = target;
  }

  /**
   * The answer to one action.
   *
   * @throws ResourceFailure if the service refuses it
   */
  public JsonNode call(String action, ObjectNode input) {
    HttpResponse<String> answer = answer(action, input);
    if (answer.statusCode() == HttpStatus.OK) {
      return Json.parsed(answer.body().isEmpty() ? "{}" : answer.body());
    }
    throw new ServiceRefusal(code(answer.body()), message(answer.body()));
  }

  private HttpResponse<String> answer(String action, ObjectNode input) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", target + "." + action)
            .header("Authorization", AUTHORIZATION.formatted(region, service))
            .header("amz-sdk-invocation-id", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(input.toString()))
            .build();
    Duration wait = FIRST_WAIT;
    HttpResponse<String> answer = send(request);
    for (int attempt = 1; attempt < ATTEMPTS && passing(answer); attempt++) {
      pause(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
      answer = send(request);
    }
    return answer;
  }

  private static boolean passing(HttpResponse<String> answer) {
    return answer.statusCode() >= SERVER_ERROR
        || answer.statusCode() == HttpStatus.TOO_MANY
        || (answer.statusCode() != HttpStatus.OK && code(answer.body()).contains("Throttl"));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException problem) {
      throw new ResourceFailure(
          "%s does not answer at %s".formatted(service, request.uri()), problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ResourceFailure("interrupted while calling " + service, stopped);
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ResourceFailure("interrupted while waiting for a service", stopped);
    }
  }

  private static String code(String body) {
    String type = fields(body).path("__type").asText();
    return type.substring(type.lastIndexOf('#') + 1);
  }

  private static String message(String body) {
    JsonNode fields = fields(body);
    return fields.path("message").asText(fields.path("Message").asText(body));
  }

  private static JsonNode fields(String body) {
    return body.startsWith("{") ? Json.parsed(body) : Json.object();
  }
}
