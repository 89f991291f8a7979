package com.harena.allinone.emulator.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A template cut down to some resources and whatever these need. */
final class Slice {
  private final ObjectNode template;

  private Slice(ObjectNode template) {
    this.template = template;
  }

  static Slice of(String template) {
    try {
      return new Slice((ObjectNode) JsonMapper.builder().build().readTree(template));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The template's resources. */
  List<String> resources() {
    List<String> ids = new ArrayList<>();
    template.path("Resources").fieldNames().forEachRemaining(ids::add);
    return ids;
  }

  /** The type of a resource. */
  String type(String id) {
    return template.path("Resources").path(id).path("Type").asText();
  }

  /** How many resources the one needs, itself among them. */
  int depth(String root) {
    return needed(Set.of(root)).size();
  }

  /** The template of these resources and of what they need; without outputs. */
  String with(Collection<String> roots) {
    ObjectNode cut = template.deepCopy();
    cut.remove("Outputs");
    ((ObjectNode) cut.path("Resources")).retain(needed(roots));
    return cut.toPrettyString();
  }

  private Set<String> needed(Collection<String> roots) {
    Set<String> all = new TreeSet<>(resources());
    Set<String> needed = new TreeSet<>();
    Deque<String> waiting = new ArrayDeque<>(roots);
    while (!waiting.isEmpty()) {
      String next = waiting.pop();
      if (needed.add(next)) {
        named(template.path("Resources").path(next), all, waiting);
      }
    }
    return needed;
  }

  /** Every text that is a resource's name, or has it in braces, counts as a reference to it. */
  private static void named(JsonNode node, Set<String> all, Collection<String> found) {
    if (node.isContainerNode()) {
      node.forEach(each -> named(each, all, found));
    } else if (node.isTextual()) {
      String text = node.asText();
      all.stream().filter(id -> text.equals(id) || text.contains("${" + id)).forEach(found::add);
    }
  }
}
