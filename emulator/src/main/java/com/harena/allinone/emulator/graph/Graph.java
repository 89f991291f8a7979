package com.harena.allinone.emulator.graph;

import com.harena.allinone.emulator.engine.ApiFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which resource needs which. The order is deterministic: of all that could come next, the one that
 * was added first does.
 */
public final class Graph {
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();

  /** Adds a resource with what it needs; what was never added is ignored. */
  public void add(String id, Collection<String> needed) {
    needs.computeIfAbsent(id, any -> new LinkedHashSet<>()).addAll(needed);
  }

  /**
   * Each resource after all that it needs.
   *
   * @throws ApiFailure if some need each other
   */
  public List<String> order() {
    List<String> order = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    List<String> waiting = new ArrayList<>(needs.keySet());
    while (!waiting.isEmpty()) {
      String next = null;
      for (String id : waiting) {
        if (needs.get(id).stream()
            .noneMatch(each -> needs.containsKey(each) && !done.contains(each))) {
          next = id;
          break;
        }
      }
      if (next == null) {
        throw ApiFailure.validation(
            "Circular dependency between resources: [" + String.join(", ", inCycles()) + "]");
      }
      waiting.remove(next);
      done.add(next);
      order.add(next);
    }
    return order;
  }

  /** What resources need, directly and through others, without themselves unless in a cycle. */
  public Set<String> neededBy(Collection<String> ids) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      for (String each : needs.getOrDefault(open.pop(), Set.of())) {
        if (found.add(each)) {
          open.push(each);
        }
      }
    }
    return found;
  }

  private List<String> inCycles() {
    return needs.keySet().stream().filter(id -> neededBy(List.of(id)).contains(id)).toList();
  }
}
