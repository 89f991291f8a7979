package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document as single values and the places where they are. */
final class Leaves {
  private Leaves() {}

  /** Every single value, and every empty list and object, by its place. */
  static Map<PropertyPath, String> of(JsonNode document) {
    Map<PropertyPath, String> leaves = new LinkedHashMap<>();
    collect(document, new ArrayList<>(), leaves);
    return leaves;
  }

  private static void collect(JsonNode node, List<String> way, Map<PropertyPath, String> leaves) {
    if (node.isValueNode() || node.isEmpty()) {
      leaves.put(new PropertyPath(way), text(node));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), further(way, "[" + i + "]"), leaves);
      }
    } else {
      node.properties()
          .forEach(each -> collect(each.getValue(), further(way, each.getKey()), leaves));
    }
  }

  private static List<String> further(List<String> way, String step) {
    List<String> further = new ArrayList<>(way);
    further.add(step);
    return further;
  }

  /** A value as both engines write it: 20, whether it was a number, a fraction or a text. */
  static String text(JsonNode node) {
    if (node.isNumber()) {
      return new BigDecimal(node.asText()).stripTrailingZeros().toPlainString();
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
