package com.harena.allinone.move.elasticsearch;

import java.util.Optional;

/**
 * An index in a list.
 *
 * @param name its name
 * @param open whether it is open
 * @param health green, yellow, red; empty when it is closed
 * @param documents of Lucene, so each nested object counts as well
 * @param bytes of its primary shards
 * @param primaries how many primary shards
 * @param replicas of each
 */
record IndexSummary(
    String name,
    boolean open,
    String health,
    long documents,
    long bytes,
    int primaries,
    int replicas) {
  /** Why its documents cannot be read, empty if they can. */
  Optional<String> obstacle() {
    if (!open) {
      return Optional.of(
          "index %s is closed, so its documents cannot be read; open it (POST /%s/_open) or delete it"
              .formatted(name, name));
    }
    return health.equals("red")
        ? Optional.of(
            "index %s is red: a primary shard is missing; see GET /_cluster/allocation/explain, or delete it"
                .formatted(name))
        : Optional.empty();
  }
}
