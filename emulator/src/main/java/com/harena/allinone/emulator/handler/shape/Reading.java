package com.harena.allinone.emulator.handler.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** A model of the SDK as JSON with the template's names; what is not set is left out. */
final class Reading {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Names names;

  Reading(Names names) {
    this.names = names;
  }

  ObjectNode object(SdkPojo pojo) {
    ObjectNode object = JSON.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value != null && !empty(value)) {
        object.set(names.name(field), node(value));
      }
    }
    return object;
  }

  /** The SDK has an empty list where the service told none. */
  private static boolean empty(Object value) {
    return (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private JsonNode node(Object value) {
    if (value instanceof SdkPojo pojo) {
      return unwrapped(pojo);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(each -> array.add(node(each)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      map.forEach((key, each) -> object.set(key.toString(), node(each)));
      return object;
    }
    return scalar(value);
  }

  private JsonNode unwrapped(SdkPojo pojo) {
    Set<String> members =
        pojo.sdkFields().stream().map(SdkField::memberName).collect(Collectors.toSet());
    ObjectNode object = object(pojo);
    if (members.equals(Set.of("Quantity", "Items"))) {
      return object.has("Items") ? object.get("Items") : JSON.arrayNode();
    }
    return object;
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    }
    if (value instanceof Number number) {
      return JSON.numberNode(new BigDecimal(number.toString()));
    }
    if (value instanceof SdkBytes bytes) {
      return JSON.textNode(bytes.asUtf8String());
    }
    return JSON.textNode(value.toString());
  }
}
