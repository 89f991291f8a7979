package com.harena.allinone.emulator.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A policy document.
 *
 * @param statements its statements
 */
public record Policy(List<Statement> statements) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KNOWN =
      Set.of(
          "Sid",
          "Effect",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition",
          "Principal");

  /** Copies the list. */
  public Policy {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a document.
   *
   * @throws UnknownToPolicies if it says something that is not known here
   */
  public static Policy parse(String text) {
    try {
      List<Statement> statements = new ArrayList<>();
      JsonNode all = JSON.readTree(text).path("Statement");
      (all.isArray() ? all : JSON.createArrayNode().add(all))
          .forEach(statement -> statements.add(statement(statement)));
      return new Policy(statements);
    } catch (JsonProcessingException e) {
      throw new UnknownToPolicies("a policy is no JSON: " + e.getOriginalMessage());
    }
  }

  private static Statement statement(JsonNode json) {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw new UnknownToPolicies(
                    "the local AWS does not know %s in a policy's statement".formatted(name));
              }
            });
    Map<String, Map<String, List<String>>> operators = new TreeMap<>();
    json.path("Condition")
        .properties()
        .forEach(
            operator -> {
              Map<String, List<String>> keys = new TreeMap<>();
              operator
                  .getValue()
                  .properties()
                  .forEach(key -> keys.put(key.getKey(), texts(key.getValue())));
              operators.put(operator.getKey(), keys);
            });
    return new Statement(
        json.path("Effect").asText().equals("Allow"),
        names(json, "Action"),
        names(json, "Resource"),
        new Conditions(operators));
  }

  /** A trust policy names no resource: it is of the role that carries it. */
  private static Statement.Names names(JsonNode json, String name) {
    if (json.has("Not" + name)) {
      return new Statement.Names(texts(json.get("Not" + name)), true);
    }
    return new Statement.Names(json.has(name) ? texts(json.get(name)) : List.of("*"), false);
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(element -> texts.add(element.asText()));
    } else {
      texts.add(json.asText());
    }
    return texts;
  }
}
