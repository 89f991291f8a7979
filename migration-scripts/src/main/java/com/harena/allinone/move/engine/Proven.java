package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.harena.allinone.move.journal.Entry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The last comparison, and what it still proves. */
final class Proven {
  private static final String SOURCE = "source";

  private JsonNode last = MissingNode.getInstance();
  private Optional<String> against = Optional.empty();

  /** Takes a comparison; returns the stores that differ from the live old side. */
  Set<String> take(Entry entry, Contents contents) {
    last = entry.content();
    Set<String> differing = new HashSet<>();
    entry.get("differing").forEach(store -> differing.add(store.asText()));
    for (JsonNode each : entry.get("versions")) {
      String store = each.path("store").asText();
      contents.compared(store, !differing.contains(store));
    }
    if (!differing.isEmpty()) {
      against = Optional.empty();
    } else if (!isLive()) {
      against = Optional.of(entry.text("against"));
    }
    return entry.text("against").equals(SOURCE) ? differing : Set.of();
  }

  /** One of the sides, or the plan, is another now. */
  void forget() {
    against = Optional.empty();
  }

  JsonNode last() {
    return last;
  }

  boolean isAny() {
    return against.isPresent();
  }

  boolean isLive() {
    return against.equals(Optional.of(SOURCE));
  }
}
