package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That a cluster is frozen, and what was so before, noted in the cluster's own metadata settings: a
 * frozen cluster is read as if it were not, so that it stays equal to its copy and a backup of it
 * does not restore frozen.
 *
 * @param frozen whether it is
 * @param blocked indices that were blocked before
 * @param autoCreate what the setting of that name was before, empty if it was not set
 */
record FreezeMark(boolean frozen, Set<String> blocked, Optional<String> autoCreate) {
  static final String PREFIX = "cluster.metadata.allinone.";
  static final String AUTO_CREATE = "action.auto_create_index";
  private static final String FROZEN = PREFIX + "frozen";
  private static final String BLOCKED = PREFIX + "blocked";
  private static final String BEFORE = PREFIX + "auto_create_index";

  FreezeMark {
    blocked = Set.copyOf(blocked);
  }

  static FreezeMark of(Cluster cluster, Work work) {
    return of(cluster.get("/_cluster/settings?flat_settings=true", work).path("persistent"));
  }

  static FreezeMark of(JsonNode persistent) {
    String blocked = persistent.path(BLOCKED).asText();
    return new FreezeMark(
        persistent.has(FROZEN),
        blocked.isEmpty() ? Set.of() : Set.copyOf(List.of(blocked.split(",", -1))),
        Optional.ofNullable(persistent.path(BEFORE).textValue()));
  }

  /** The settings that note it and keep new indices out. */
  ObjectNode noting(String move) {
    ObjectNode settings = Json.object();
    settings.put(FROZEN, move);
    settings.put(BLOCKED, String.join(",", blocked.stream().sorted().toList()));
    settings.put(BEFORE, autoCreate.orElse(null));
    settings.put(AUTO_CREATE, "false");
    return settings;
  }

  /** The settings as they were. */
  ObjectNode undoing() {
    ObjectNode settings = Json.object();
    settings.putNull(FROZEN);
    settings.putNull(BLOCKED);
    settings.putNull(BEFORE);
    settings.put(AUTO_CREATE, autoCreate.orElse(null));
    return settings;
  }

  /** Takes out of an index's settings what only the freeze put there. */
  void thaw(String index, ObjectNode settings) {
    if (frozen && !blocked.contains(index)) {
      settings.remove(IndexSettings.WRITE_BLOCK);
    }
  }
}
