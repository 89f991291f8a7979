package com.harena.allinone.pulumi.testing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the engine makes before what, by dependencies and references alike; it deletes in the
 * opposite order.
 */
public final class MakingOrder {
  private static final Pattern REFERENCE = Pattern.compile("ref:([A-Za-z0-9]+)");

  private final Map<String, Set<String>> before = new TreeMap<>();

  /** The order of a recorded program. */
  public MakingOrder(Recording recording) {
    for (Registered resource : recording.all()) {
      Set<String> needed = new TreeSet<>(resource.madeAfter());
      Matcher reference = REFERENCE.matcher(resource.inputs().toString());
      while (reference.find()) {
        needed.add(reference.group(1));
      }
      before.put(resource.name(), needed);
    }
  }

  /** Whether the one can only be made once the other is. */
  public boolean isAfter(String name, String other) {
    if (!before.containsKey(name) || !before.containsKey(other)) {
      throw new AssertionError("no %s or no %s among %s".formatted(name, other, before.keySet()));
    }
    return reaches(name, other, new HashSet<>());
  }

  private boolean reaches(String name, String other, Set<String> seen) {
    return before.getOrDefault(name, Set.of()).stream()
        .filter(seen::add)
        .anyMatch(next -> next.equals(other) || reaches(next, other, seen));
  }
}
