package com.harena.allinone.emulator.proof;

import com.harena.allinone.emulator.engine.ResourceDescription;
import com.harena.allinone.emulator.engine.StackEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an update did, by the names of constructs: logical ids without the suffix of what they
 * belong to and without the CDK's digits.
 *
 * @param effects the names, by what became of them
 */
record Effects(Map<String, Set<String>> effects) {
  private static final Pattern NESTED =
      Pattern.compile("([A-Za-z][A-Za-z0-9]*?)[0-9a-f]{8}((?:[A-Z][A-Za-z]*)?)[0-9A-F]{8}");
  private static final Pattern AT_THE_TOP =
      Pattern.compile("([A-Za-z][A-Za-z0-9]*?)(?=[0-9]*[a-f])[0-9a-f]{8}()");
  private static final List<String> KINDS =
      List.of("replaces", "removes", "changes in place", "adds");

  /** What happened between two pictures of a stack. */
  static Effects between(
      Map<String, ResourceDescription> before,
      Map<String, ResourceDescription> after,
      List<StackEvent> events) {
    Map<String, ResourceDescription> old = byName(before);
    Map<String, ResourceDescription> now = byName(after);
    Effects found = empty();
    old.keySet().stream().filter(name -> !now.containsKey(name)).forEach(found.of("removes")::add);
    for (Map.Entry<String, ResourceDescription> each : now.entrySet()) {
      ResourceDescription one = old.get(each.getKey());
      if (one == null) {
        found.of("adds").add(each.getKey());
      } else if (isAnother(one, each.getValue())) {
        found.of("replaces").add(each.getKey());
      } else if (events.stream().anyMatch(event -> isUpdate(event, one.logicalId()))) {
        found.of("changes in place").add(each.getKey());
      }
    }
    return found;
  }

  /** Reads the words of the redeploy-safety table. */
  static Effects parse(String words) {
    Effects read = empty();
    for (String part : words.split("; ", -1)) {
      for (String kind : KINDS) {
        if (part.startsWith(kind + " ")) {
          read.of(kind).addAll(List.of(part.substring(kind.length() + 1).split(", ", -1)));
        }
      }
    }
    return read;
  }

  /** The same change there and back: what was added goes. */
  Effects reversed() {
    Effects back = empty();
    effects.forEach(back.effects::put);
    back.effects.put("adds", effects.get("removes"));
    back.effects.put("removes", effects.get("adds"));
    return back;
  }

  /** The same without one kind. */
  Effects without(String kind) {
    Effects other = except(Set.of());
    other.of(kind).clear();
    return other;
  }

  /** The same without these names. */
  Effects except(Set<String> names) {
    Effects other = empty();
    effects.forEach((kind, all) -> other.of(kind).addAll(all));
    other.effects.values().forEach(all -> all.removeAll(names));
    return other;
  }

  Set<String> of(String kind) {
    return effects.get(kind);
  }

  private static Effects empty() {
    Map<String, Set<String>> effects = new TreeMap<>();
    KINDS.forEach(kind -> effects.put(kind, new TreeSet<>()));
    return new Effects(effects);
  }

  /** A custom resource keeps its logical id and may answer another physical one. */
  private static boolean isAnother(ResourceDescription before, ResourceDescription after) {
    return !before.logicalId().equals(after.logicalId())
        || (!after.type().startsWith("Custom::")
            && !before.physicalId().equals(after.physicalId()));
  }

  private static boolean isUpdate(StackEvent event, String logicalId) {
    return event.logicalId().equals(logicalId) && event.status().equals("UPDATE_COMPLETE");
  }

  private static Map<String, ResourceDescription> byName(
      Map<String, ResourceDescription> resources) {
    Map<String, ResourceDescription> named = new TreeMap<>();
    resources.values().forEach(each -> named.put(nameOf(each.logicalId()), each));
    return named;
  }

  static String nameOf(String id) {
    for (Pattern form : List.of(NESTED, AT_THE_TOP)) {
      Matcher matcher = form.matcher(id);
      if (matcher.matches()) {
        return matcher.group(1) + matcher.group(2);
      }
    }
    return id.replaceAll("(?<=[A-Za-z0-9])[0-9A-F]{8}$", "");
  }
}
