package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The properties that a handler carries out, by path; what stands in a list has the path of the
 * list. A path that ends in {@code .*} stands for everything below it.
 */
final class KnownProperties {
  private final Set<String> paths;

  KnownProperties(Set<String> paths) {
    this.paths = Set.copyOf(paths);
  }

  static KnownProperties of(String... paths) {
    return new KnownProperties(Set.of(paths));
  }

  /** Paths of the properties that are none of them, sorted. */
  List<String> unknown(JsonNode properties) {
    TreeSet<String> unknown = new TreeSet<>();
    look("", properties, unknown);
    return new ArrayList<>(unknown);
  }

  private void look(String path, JsonNode node, Set<String> unknown) {
    if (node.isArray()) {
      node.forEach(element -> look(path, element, unknown));
      return;
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String child = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
      if (paths.contains(child + ".*")) {
        continue;
      }
      boolean leads = paths.stream().anyMatch(known -> known.startsWith(child + "."));
      if (leads && property.getValue().isContainerNode()) {
        look(child, property.getValue(), unknown);
      } else if (!paths.contains(child)) {
        unknown.add(child);
      }
    }
  }
}
