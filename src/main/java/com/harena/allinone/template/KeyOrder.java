package com.harena.allinone.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order of keys: a resource's type first, then the alphabet, which is the CDK's in policies.
 */
final class KeyOrder {
  private static final Comparator<String> ORDER =
      Comparator.<String, Boolean>comparing(key -> !key.equals("Type"))
          .thenComparing(Comparator.naturalOrder());

  private KeyOrder() {}

  /**
   * A copy with its keys in order. Lists keep theirs, for it may have a meaning; but the resources
   * of a policy's statement are a set, which the CDK orders by the hashes in them.
   */
  static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode) {
      Map<String, JsonNode> entries = new TreeMap<>(ORDER);
      node.properties().forEach(entry -> entries.put(entry.getKey(), sorted(entry.getValue())));
      if (entries.containsKey("Effect")) {
        entries.computeIfPresent("Resource", (key, resources) -> sortedSet(resources));
      }
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

  private static JsonNode sortedSet(JsonNode values) {
    if (!values.isArray()) {
      return values;
    }
    List<JsonNode> elements = new ArrayList<>();
    values.forEach(elements::add);
    elements.sort(Comparator.comparing(JsonNode::toString));
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }
}
