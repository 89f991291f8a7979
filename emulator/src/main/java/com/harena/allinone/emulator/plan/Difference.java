package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A property that differs.
 *
 * @param path its path, without list positions
 * @param before its value before, missing if there was none
 * @param after its value after, missing if there is none
 */
public record Difference(List<String> path, JsonNode before, JsonNode after) {
  /** Every property that differs, as deep as both sides have the same shape. */
  public static List<Difference> between(JsonNode before, JsonNode after) {
    List<Difference> found = new ArrayList<>();
    compare(List.of(), before, after, found);
    return found;
  }

  /** The outermost property. */
  public String property() {
    return path.get(0);
  }

  /** The path with dots. */
  public String name() {
    return String.join(".", path);
  }

  private static void compare(
      List<String> path, JsonNode before, JsonNode after, List<Difference> found) {
    if (same(before, after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        List<String> below = new ArrayList<>(path);
        below.add(name);
        compare(below, before.path(name), after.path(name), found);
      }
    } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        compare(path, before.get(i), after.get(i), found);
      }
    } else {
      found.add(new Difference(path, before, after));
    }
  }

  /** A number and a text that shows it are the same, as templates write either. */
  static boolean same(JsonNode before, JsonNode after) {
    if (before instanceof MissingNode || after instanceof MissingNode) {
      return before.isMissingNode() && after.isMissingNode();
    }
    if (before.isValueNode() && after.isValueNode()) {
      return before.asText().equals(after.asText());
    }
    return before.equals(after);
  }
}
