package com.harena.allinone.stack.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What needs what in a template: an edge leads from a resource to each resource or condition that
 * CloudFormation makes or decides before it.
 */
public final class TemplateGraph {
  private final Map<String, Set<String>> needs;
  private final Set<String> dangling;

  private TemplateGraph(Map<String, Set<String>> needs, Set<String> dangling) {
    this.needs = needs;
    this.dangling = dangling;
  }

  /** The graph of a template. */
  public static TemplateGraph of(Template template) {
    Map<String, Set<String>> needs = new TreeMap<>();
    Set<String> dangling = new TreeSet<>();
    for (String condition : template.names("Conditions")) {
      Set<String> targets = new LinkedHashSet<>();
      for (var node : template.root().path("Conditions").path(condition).findValues("Condition")) {
        targets.add(Reference.CONDITION + node.asText());
      }
      needs.put(Reference.CONDITION + condition, targets);
    }
    for (Resource resource : template.resources().values()) {
      Set<String> targets = new LinkedHashSet<>(resource.dependsOn());
      resource.references().forEach(reference -> targets.add(reference.target()));
      if (resource.body().has("Condition")) {
        targets.add(Reference.CONDITION + resource.body().get("Condition").asText());
      }
      targets.removeIf(target -> target.startsWith("AWS::"));
      targets.removeAll(template.names("Parameters"));
      needs.put(resource.id(), targets);
    }
    needs.forEach(
        (id, targets) ->
            targets.stream()
                .filter(target -> !needs.containsKey(target))
                .forEach(target -> dangling.add(id + " -> " + target)));
    return new TemplateGraph(needs, dangling);
  }

  /** References to something that the template does not have, as {@code from -> to}. */
  public Set<String> danglingReferences() {
    return dangling;
  }

  /** What a resource needs directly. */
  public Set<String> needs(String id) {
    Set<String> targets = needs.get(id);
    if (targets == null) {
      throw new IllegalArgumentException("no resource " + id + ", the graph has " + needs.keySet());
    }
    return Collections.unmodifiableSet(targets);
  }

  /** Everything that a resource needs, directly or through others. */
  public Set<String> allNeeds(String id) {
    Set<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(needs(id));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (seen.add(next)) {
        open.addAll(needs.getOrDefault(next, Set.of()));
      }
    }
    return seen;
  }

  /** Whether CloudFormation makes the first before the second, always, and deletes it after. */
  public boolean precedes(String first, String second) {
    needs(first);
    return allNeeds(second).contains(first);
  }

  /** The shortest chain of needs from one resource to another. */
  public Optional<List<String>> chain(String from, String to) {
    needs(to);
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      for (String target : needs.getOrDefault(next, Set.of())) {
        if (seen.add(target)) {
          cameFrom.put(target, next);
          open.addLast(target);
        }
      }
    }
    if (!seen.contains(to)) {
      return Optional.empty();
    }
    List<String> chain = new ArrayList<>(List.of(to));
    do {
      chain.add(0, cameFrom.get(chain.get(0)));
    } while (!chain.get(0).equals(from));
    return Optional.of(chain);
  }

  /** A cycle, as {@code a -> b -> a}; empty when there is an order in which all can be made. */
  public Optional<String> cycle() {
    for (String id : needs.keySet()) {
      if (allNeeds(id).contains(id)) {
        return Optional.of(String.join(" -> ", chain(id, id).orElseThrow()));
      }
    }
    return Optional.empty();
  }
}
