package com.harena.allinone.emulator.handler.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Where a service tells something else than what it was asked for. */
final class Difference {
  private Difference() {}

  /** The first difference, or none: what the service has beyond the wanted is its defaults. */
  static Optional<String> between(JsonNode wanted, JsonNode told, String path) {
    if (empty(wanted) && empty(told)) {
      return Optional.empty();
    }
    if (wanted.isObject() && told != null && told.isObject()) {
      return members(wanted, told, path);
    }
    if (wanted.isArray() && told != null && told.isArray() && wanted.size() == told.size()) {
      return elements(wanted, told, path);
    }
    return same(wanted, told) ? Optional.empty() : Optional.of(sentence(wanted, told, path));
  }

  private static Optional<String> members(JsonNode wanted, JsonNode told, String path) {
    for (Map.Entry<String, JsonNode> member : wanted.properties()) {
      String here = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      Optional<String> found = between(member.getValue(), told.get(member.getKey()), here);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> elements(JsonNode wanted, JsonNode told, String path) {
    for (int i = 0; i < wanted.size(); i++) {
      Optional<String> found = between(wanted.get(i), told.get(i), path + "." + i);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean empty(JsonNode node) {
    return node == null
        || node.isNull()
        || (node.isContainerNode() && node.isEmpty())
        || (node.isTextual() && node.asText().isEmpty());
  }

  private static boolean same(JsonNode wanted, JsonNode told) {
    if (told == null || !wanted.isValueNode() || !told.isValueNode()) {
      return false;
    }
    return wanted.asText().equals(told.asText()) || sameNumber(wanted.asText(), told.asText());
  }

  private static boolean sameNumber(String wanted, String told) {
    try {
      return new BigDecimal(wanted).compareTo(new BigDecimal(told)) == 0;
    } catch (NumberFormatException notNumbers) {
      return false;
    }
  }

  private static String sentence(JsonNode wanted, JsonNode told, String path) {
    return "%s was asked to be %s, and the service tells %s"
        .formatted(path, shortened(wanted), told == null ? "nothing" : shortened(told));
  }

  private static String shortened(JsonNode node) {
    String text = node.toString();
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
