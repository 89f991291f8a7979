package com.harena.allinone.stack.redeploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.stack.graph.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Walks the properties of a resource down to plain values and intrinsic functions. */
final class Leaves {
  /**
   * A place where two versions of a resource may differ.
   *
   * @param path property names from the top, without list positions
   * @param before the value before
   * @param after the value after
   */
  record Leaf(List<String> path, JsonNode before, JsonNode after) {
    boolean isChanged() {
      return !before.equals(after);
    }

    String name() {
      return String.join(".", path);
    }
  }

  private Leaves() {}

  static List<Leaf> of(JsonNode before, JsonNode after) {
    List<Leaf> leaves = new ArrayList<>();
    walk(List.of(), before, after, leaves);
    return leaves;
  }

  private static void walk(List<String> path, JsonNode before, JsonNode after, List<Leaf> leaves) {
    if (isPlainObject(before, after)) {
      Set<String> names = new LinkedHashSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        List<String> below = new ArrayList<>(path);
        below.add(name);
        walk(below, before.path(name), after.path(name), leaves);
      }
    } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        walk(path, before.get(i), after.get(i), leaves);
      }
    } else if (!path.isEmpty()) {
      leaves.add(new Leaf(path, before, after));
    }
  }

  private static boolean isPlainObject(JsonNode before, JsonNode after) {
    boolean structured = before.isObject() || after.isObject();
    boolean comparable =
        (before.isObject() || before.isMissingNode())
            && (after.isObject() || after.isMissingNode());
    return structured
        && comparable
        && !Reference.isIntrinsic(before)
        && !Reference.isIntrinsic(after);
  }
}
