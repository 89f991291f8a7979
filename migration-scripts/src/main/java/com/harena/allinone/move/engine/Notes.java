package com.harena.allinone.move.engine;

import com.harena.allinone.move.journal.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The checkpoints of all stores. */
final class Notes {
  private final Map<String, Map<String, String>> scopes = new HashMap<>();

  void done(Entry entry) {
    scopes
        .computeIfAbsent(entry.text("scope"), unused -> new HashMap<>())
        .put(entry.text("piece"), entry.text("note"));
  }

  void forgotten(Entry entry) {
    scopes.getOrDefault(entry.text("scope"), new HashMap<>()).remove(entry.text("piece"));
  }

  void drop(String scope) {
    scopes.remove(scope);
  }

  Optional<String> find(String scope, String piece) {
    return Optional.ofNullable(scopes.getOrDefault(scope, Map.of()).get(piece));
  }
}
