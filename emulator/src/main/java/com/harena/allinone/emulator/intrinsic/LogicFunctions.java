package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Map;

/** Functions of conditions, and the choice between two values. */
final class LogicFunctions {
  static final Map<String, Function> ALL =
      Map.of(
          "Fn::If", LogicFunctions::choose,
          "Fn::Equals", LogicFunctions::equal,
          "Fn::Not", LogicFunctions::not,
          "Fn::And", (argument, resolver) -> several(argument, resolver, "Fn::And", true),
          "Fn::Or", (argument, resolver) -> several(argument, resolver, "Fn::Or", false));

  private LogicFunctions() {}

  private static JsonNode choose(JsonNode argument, Resolver resolver) {
    if (!argument.isArray() || argument.size() != 3 || !argument.get(0).isTextual()) {
      throw Resolver.fault(
          "Fn::If", "requires a list argument with three elements, the first a condition's name");
    }
    boolean holds = resolver.scope().condition(argument.get(0).asText());
    return resolver.resolve(argument.get(holds ? 1 : 2));
  }

  private static JsonNode equal(JsonNode argument, Resolver resolver) {
    if (!argument.isArray() || argument.size() != 2) {
      throw Resolver.fault("Fn::Equals", "requires a list argument with two elements");
    }
    JsonNode left = resolver.resolve(argument.get(0));
    JsonNode right = resolver.resolve(argument.get(1));
    boolean texts = left.isValueNode() && right.isValueNode();
    boolean same = texts ? left.asText().equals(right.asText()) : left.equals(right);
    return BooleanNode.valueOf(same);
  }

  private static JsonNode not(JsonNode argument, Resolver resolver) {
    if (!argument.isArray() || argument.size() != 1) {
      throw Resolver.fault("Fn::Not", "requires a list argument with one function");
    }
    return BooleanNode.valueOf(!truth(argument.get(0), resolver, "Fn::Not"));
  }

  private static JsonNode several(
      JsonNode argument, Resolver resolver, String name, boolean every) {
    if (!argument.isArray() || argument.size() < 2 || argument.size() > 10) {
      throw Resolver.fault(name, "requires a list argument with 2 to 10 elements");
    }
    boolean result = every;
    for (JsonNode each : argument) {
      boolean holds = truth(each, resolver, name);
      result = every ? result && holds : result || holds;
    }
    return BooleanNode.valueOf(result);
  }

  /** What a condition's function says; {@code {"Condition": "Name"}} names another condition. */
  static boolean truth(JsonNode node, Resolver resolver, String use) {
    if (node.isObject() && node.size() == 1 && node.path("Condition").isTextual()) {
      return resolver.scope().condition(node.get("Condition").asText());
    }
    JsonNode value = resolver.resolve(node);
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isTextual() && value.asText().matches("(?i)true|false")) {
      return Boolean.parseBoolean(value.asText());
    }
    throw Resolver.fault(use, "requires conditions that are true or false, not " + node);
  }
}
