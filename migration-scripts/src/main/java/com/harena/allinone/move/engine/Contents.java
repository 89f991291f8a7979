package com.harena.allinone.move.engine;

import com.harena.allinone.move.journal.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the move put on the new side, store by store. */
final class Contents {
  private record Begun(String folder, String tool) {}

  private final Map<String, Begun> restoring = new HashMap<>();
  private final Map<String, String> restored = new HashMap<>();
  private final Set<String> differing = new HashSet<>();

  void restoring(Entry entry) {
    String store = entry.text("store");
    restored.remove(store);
    restoring.put(store, new Begun(entry.text("folder"), entry.text("tool")));
  }

  void restored(Entry entry) {
    String store = entry.text("store");
    restoring.remove(store);
    restored.put(store, entry.text("folder"));
    differing.remove(store);
  }

  /** What is there, if anything, is no backup any more. */
  void forget(String store) {
    restoring.remove(store);
    restored.remove(store);
  }

  void compared(String store, boolean equal) {
    if (equal) {
      differing.remove(store);
    } else {
      differing.add(store);
    }
  }

  void doubtAll() {
    differing.addAll(restored.keySet());
  }

  boolean isRestoring(String store, String folder, String tool) {
    return new Begun(folder, tool).equals(restoring.get(store));
  }

  Optional<String> restoredFrom(String store) {
    return Optional.ofNullable(restored.get(store));
  }

  boolean differs(String store) {
    return differing.contains(store);
  }
}
