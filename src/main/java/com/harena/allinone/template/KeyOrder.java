package com.harena.allinone.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The order of keys: a resource's type and a statement's identifier first, then the alphabet. */
final class KeyOrder {
  private static final Comparator<String> ORDER =
      Comparator.<String, Boolean>comparing(key -> !key.equals("Type") && !key.equals("Sid"))
          .thenComparing(Comparator.naturalOrder());

  private KeyOrder() {}

  /** A copy with its keys in order; lists keep theirs, for it may have a meaning. */
  static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode) {
      Map<String, JsonNode> entries = new TreeMap<>(ORDER);
      node.properties().forEach(entry -> entries.put(entry.getKey(), sorted(entry.getValue())));
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      entries.forEach(object::set);
      return object;
    }
    if (node instanceof ArrayNode) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(sorted(element)));
      return array;
    }
    return node;
  }
}
