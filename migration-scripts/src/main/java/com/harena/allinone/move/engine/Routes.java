package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.journal.Entry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where each store moves from and to, and what a change of that leaves to be believed. */
final class Routes {
  private final Map<String, Route> all = new LinkedHashMap<>();

  void take(Entry entry, Backups backups, Contents contents, Notes checkpoints) {
    Map<String, Route> now = read(entry);
    boolean outdated = false;
    for (Map.Entry<String, Route> each : now.entrySet()) {
      Route before = all.get(each.getKey());
      outdated |= before == null || !before.source().equals(each.getValue().source());
      if (before != null && !before.target().equals(each.getValue().target())) {
        contents.forget(each.getKey());
        checkpoints.drop(Scope.target(each.getKey()));
      }
    }
    if (outdated) {
      backups.outdate();
    } else if (!now.keySet().containsAll(all.keySet())) {
      backups.abandonUnfinished();
    }
    all.clear();
    all.putAll(now);
  }

  private static Map<String, Route> read(Entry entry) {
    Map<String, Route> routes = new LinkedHashMap<>();
    for (JsonNode each : entry.get("stores")) {
      routes.put(
          each.path("store").asText(),
          new Route(each.path("source").asText(), each.path("target").asText()));
    }
    return routes;
  }

  Map<String, Route> all() {
    return new LinkedHashMap<>(all);
  }
}
