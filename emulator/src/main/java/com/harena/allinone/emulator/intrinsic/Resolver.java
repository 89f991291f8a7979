package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.harena.allinone.emulator.engine.ApiFailure;

/** Replaces every intrinsic function of a value by what it gives. */
public final class Resolver {
  private final Scope scope;

  /** A resolver that takes values from a scope. */
  public Resolver(Scope scope) {
    this.scope = scope;
  }

  /** The scope. */
  Scope scope() {
    return scope;
  }

  /** The properties of a resource, resolved. */
  public ObjectNode properties(ObjectNode properties) {
    return (ObjectNode) resolve(properties);
  }

  /** A value, resolved; {@code AWS::NoValue} gives a missing node. */
  public JsonNode resolve(JsonNode node) {
    if (node.isObject()) {
      if (Functions.isCall(node)) {
        String name = node.fieldNames().next();
        return Functions.call(name, node.get(name), this);
      }
      return object((ObjectNode) node);
    }
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (JsonNode each : node) {
        JsonNode value = resolve(each);
        if (!value.isMissingNode()) {
          list.add(value);
        }
      }
      return list;
    }
    return node.isTextual() ? TextNode.valueOf(dynamic(node.asText())) : node;
  }

  private JsonNode object(ObjectNode node) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    node.properties()
        .forEach(
            each -> {
              JsonNode value = resolve(each.getValue());
              if (!value.isMissingNode()) {
                result.set(each.getKey(), value);
              }
            });
    return result;
  }

  /**
   * A single value as text.
   *
   * @param use what it is for, such as {@code Fn::Join}
   */
  String text(JsonNode node, String use) {
    JsonNode value = resolve(node);
    if (value.isValueNode() && !value.isNull()) {
      return value.asText();
    }
    throw fault(use, "must have texts, not " + shown(value));
  }

  /** A list, resolved; a text that only the deploy tells stands for any list. */
  JsonNode list(JsonNode node, String use) {
    JsonNode value = resolve(node);
    if (value.isArray() || (value.isTextual() && Unknown.in(value))) {
      return value;
    }
    throw fault(use, "must have a list, not " + shown(value));
  }

  String dynamic(String text) {
    return DynamicReference.replace(text, scope);
  }

  static ApiFailure fault(String function, String message) {
    return ApiFailure.validation("Template error: " + function + " " + message);
  }

  private static String shown(JsonNode value) {
    return value instanceof MissingNode
        ? "AWS::NoValue"
        : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }
}
