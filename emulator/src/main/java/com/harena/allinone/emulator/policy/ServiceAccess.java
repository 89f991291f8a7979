package com.harena.allinone.emulator.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What calls of Parameter Store, logs, metrics and the rest need to be allowed. */
final class ServiceAccess {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String region;
  private final String account;

  ServiceAccess(String region, String account) {
    this.region = region;
    this.account = account;
  }

  List<Access> of(Call call) {
    String service = call.operation().service();
    String action = action(service, call.operation().action());
    return switch (service) {
      case "ssm" -> parameters(action, json(call));
      case "logs" -> List.of(logs(action, json(call)));
      case "monitoring" -> List.of(metrics(action, call));
      case "sts" -> List.of();
      default -> List.of(new Access(action, Optional.empty(), ContextKeys.none()));
    };
  }

  private static String action(String service, String action) {
    String prefix = service.equals("monitoring") ? "cloudwatch" : service;
    return prefix.toLowerCase(Locale.ROOT) + ":" + action;
  }

  private List<Access> parameters(String action, JsonNode json) {
    List<Access> needed = new ArrayList<>();
    for (String field : List.of("Name", "Path")) {
      if (json.path(field).isTextual()) {
        needed.add(parameter(action, json.get(field).asText()));
      }
    }
    json.path("Names").forEach(name -> needed.add(parameter(action, name.asText())));
    return needed.isEmpty()
        ? List.of(new Access(action, Optional.empty(), ContextKeys.none()))
        : needed;
  }

  private Access parameter(String action, String name) {
    String slashed = name.startsWith("/") ? name : "/" + name;
    return Access.of(
        action,
        "arn:aws:ssm:%s:%s:parameter%s".formatted(region, account, slashed),
        ContextKeys.none());
  }

  private Access logs(String action, JsonNode json) {
    return Access.of(
        action,
        "arn:aws:logs:%s:%s:log-group:%s:log-stream:%s"
            .formatted(
                region,
                account,
                json.path("logGroupName").asText(),
                json.path("logStreamName").asText()),
        ContextKeys.none());
  }

  /** Without a namespace a policy that asks for one fails. */
  private static Access metrics(String action, Call call) {
    Optional<String> namespace =
        Form.isFormOf(call.headers())
            ? call.form().text("Namespace")
            : Optional.ofNullable(json(call).path("Namespace").textValue());
    ContextKeys context =
        namespace.isPresent()
            ? ContextKeys.none().with("cloudwatch:namespace", namespace)
            : ContextKeys.none();
    return Access.of(action, "*", context);
  }

  private static JsonNode json(Call call) {
    try {
      return JSON.readTree(call.body().text().orElse("{}"));
    } catch (JsonProcessingException e) {
      throw new UnknownToPolicies("a call's body is no JSON: " + e.getOriginalMessage());
    }
  }
}
