package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.KeyDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names the leaves in which two definitions differ, by their paths. */
final class DefinitionDifference {
  private DefinitionDifference() {}

  static List<KeyDifference> between(String source, String target) {
    SortedMap<String, String> expected = leaves(source);
    SortedMap<String, String> found = leaves(target);
    List<KeyDifference> differences = new ArrayList<>();
    for (Map.Entry<String, String> leaf : expected.entrySet()) {
      String other = found.remove(leaf.getKey());
      if (other == null) {
        differences.add(new KeyDifference(leaf.getKey(), KeyDifference.Kind.MISSING));
      } else if (!other.equals(leaf.getValue())) {
        differences.add(new KeyDifference(leaf.getKey(), KeyDifference.Kind.CHANGED));
      }
    }
    for (String leaf : found.keySet()) {
      differences.add(new KeyDifference(leaf, KeyDifference.Kind.UNEXPECTED));
    }
    return differences;
  }

  private static SortedMap<String, String> leaves(String json) {
    SortedMap<String, String> leaves = new TreeMap<>();
    collect(json.isEmpty() ? Json.object() : Json.parse(json), "", leaves);
    return leaves;
  }

  private static void collect(JsonNode node, String path, Map<String, String> leaves) {
    if (!node.isContainerNode() || node.isEmpty()) {
      leaves.put(path, node.toString());
      return;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      collect(field.getValue(), path + "/" + field.getKey(), leaves);
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      collect(node.get(i), path + "/" + i, leaves);
    }
  }
}
