package com.harena.allinone.pulumi.parity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * In what order both engines make the resources that both have. A resource that only one has stands
 * for what it needs itself, and whoever needs a resource in parts needs all of them.
 *
 * @param cdk the template's
 * @param pulumi the program's
 * @param program what knows the parts
 */
record Order(Map<String, Normalized> cdk, Map<String, Normalized> pulumi, PulumiSide program) {
  /** Each need that one engine tells of itself and the other does not meet even by others. */
  List<Difference> differences() {
    List<Difference> all = new ArrayList<>();
    for (String id : common()) {
      Set<String> ours = all(id, cdk);
      Set<String> theirs = all(id, pulumi);
      for (String need : direct(id, cdk)) {
        if (!theirs.contains(need)) {
          all.add(difference(id, Optional.of("after " + need), Optional.empty()));
        } else if (!theirs.containsAll(program.parts(need))) {
          Optional<String> whole = Optional.of("after all of " + need);
          all.add(difference(id, whole, Optional.of("after " + need)));
        }
      }
      for (String need : direct(id, pulumi)) {
        if (!ours.contains(need)) {
          all.add(difference(id, Optional.empty(), Optional.of("after " + need)));
        }
      }
    }
    return all;
  }

  private Difference difference(String id, Optional<String> here, Optional<String> there) {
    return new Difference(cdk.get(id).type(), id, "order", here, there);
  }

  private Set<String> common() {
    Set<String> common = new TreeSet<>(cdk.keySet());
    common.retainAll(pulumi.keySet());
    return common;
  }

  /** What it needs by its own word, through what only this engine has. */
  private Set<String> direct(String id, Map<String, Normalized> side) {
    Set<String> common = common();
    Set<String> found = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(side.get(id).needs());
    Set<String> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      if (common.contains(next)) {
        found.add(next);
      } else if (side.containsKey(next)) {
        open.addAll(side.get(next).needs());
      }
    }
    found.remove(id);
    return found;
  }

  /** Everything that it needs, by itself or through others. */
  private static Set<String> all(String id, Map<String, Normalized> side) {
    Set<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(side.get(id).needs());
    while (!open.isEmpty()) {
      String next = open.pop();
      if (seen.add(next) && side.containsKey(next)) {
        open.addAll(side.get(next).needs());
      }
    }
    return seen;
  }
}
