package com.harena.allinone.move.postgres.proof;

import java.util.Map;
import java.util.Optional;

/**
 * What both sides must agree on to be read alike.
 *
 * @param floor major version of the older server: what newer ones show on top of it is left out
 * @param mover user of the target's endpoint, to whom belongs what the provider's roles own
 */
record Basis(int floor, String mover) {
  private static final String FLOOR = "comparable from";
  private static final String MOVER = "owner of the provider's objects";

  /** How rows are hashed: by the form that all these servers have. */
  RowHash rows() {
    return floor >= 14 ? RowHash.HASH : RowHash.MD5;
  }

  /** Whether the older server is older than this major version. */
  boolean before(int major) {
    return floor < major;
  }

  /** As facts of an inventory. */
  Map<String, String> facts() {
    return Map.of(FLOOR, Integer.toString(floor), MOVER, mover, "checksum of rows", rows().fact());
  }

  /** What an inventory was made with; empty if its facts do not say. */
  static Optional<Basis> of(Map<String, String> facts) {
    String floor = facts.getOrDefault(FLOOR, "");
    if (!floor.matches("\\d{2,3}") || !facts.containsKey(MOVER)) {
      return Optional.empty();
    }
    return Optional.of(new Basis(Integer.parseInt(floor), facts.get(MOVER)));
  }
}
