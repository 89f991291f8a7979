package com.harena.allinone.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Walks two trees side by side and notes where they differ. */
final class Comparison {
  private final List<Difference> differences = new ArrayList<>();

  private Comparison() {}

  static List<Difference> of(Template before, Template after) {
    Comparison comparison = new Comparison();
    comparison.compare("", before.json(), after.json());
    return List.copyOf(comparison.differences);
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof ObjectNode old && after instanceof ObjectNode now) {
      compareObjects(path, old, now);
    } else if (before instanceof ArrayNode old && after instanceof ArrayNode now) {
      compareLists(path, old, now);
    } else {
      note(path, Optional.of(before), Optional.of(after));
    }
  }

  private void compareObjects(String path, ObjectNode before, ObjectNode after) {
    NavigableSet<String> keys = new TreeSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      String inner = path.isEmpty() ? key : path + "." + key;
      if (!before.has(key)) {
        note(inner, Optional.empty(), Optional.of(after.get(key)));
      } else if (!after.has(key)) {
        note(inner, Optional.of(before.get(key)), Optional.empty());
      } else {
        compare(inner, before.get(key), after.get(key));
      }
    }
  }

  /** An element put in or taken out is one difference, not a change of all that follow it. */
  private void compareLists(String path, ArrayNode before, ArrayNode after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    int oldEnd = before.size() - tail;
    int newEnd = after.size() - tail;
    for (int i = head; i < Math.max(oldEnd, newEnd); i++) {
      String inner = path + "[" + i + "]";
      if (i >= oldEnd) {
        note(inner, Optional.empty(), Optional.of(after.get(i)));
      } else if (i >= newEnd) {
        note(inner, Optional.of(before.get(i)), Optional.empty());
      } else {
        compare(inner, before.get(i), after.get(i));
      }
    }
  }

  private void note(String path, Optional<JsonNode> before, Optional<JsonNode> after) {
    differences.add(
        new Difference(path, before.map(JsonNode::toString), after.map(JsonNode::toString)));
  }
}
