package com.harena.allinone.move.postgres;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.postgres.proof.PostgresInventory;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two databases that are compared as the steps of a move compare them. */
final class TwoSides {
  private final PostgresSessions sessions;
  private final Verifier verifier;
  private final TestWork work = new TestWork("twosides0001");

  TwoSides(PostgresEndpoint source, PostgresEndpoint target) {
    sessions = new PostgresSessions(source, target, RdsLike.SECRETS);
    verifier = new PostgresStore(source, target, RdsLike.SECRETS).verifier();
  }

  /** Both as they are now. */
  Comparison live() {
    return Comparison.of(
        "postgres",
        verifier.inventory(Side.SOURCE, work),
        verifier.inventory(Side.TARGET, work),
        (source, target) -> Optional.of(verifier.locate(source, target, work)));
  }

  /** The source as a backup lists it. */
  Inventory manifest() {
    try (PostgresSession holder = sessions.openReadOnly(Side.SOURCE, Optional.empty(), work)) {
      return new PostgresInventory(sessions).source(holder.exportSnapshot(), work);
    }
  }

  /** That list and the target as it is now. */
  Comparison since(Inventory manifest, Path backup) {
    return Comparison.of(
        "postgres",
        manifest,
        verifier.inventory(Side.TARGET, manifest, work),
        (source, target) -> {
          try {
            return verifier.locate(backup, source, target, work);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Kind and name of what differs. */
  static SortedSet<String> differing(Comparison comparison) {
    return new TreeSet<>(keys(comparison).keySet());
  }

  /** The keys that differ, by kind and name of the item. */
  static Map<String, List<String>> keys(Comparison comparison) {
    Map<String, List<String>> keys = new TreeMap<>();
    for (Comparison.Pair pair : comparison.differences()) {
      keys.put(
          pair.item().kind() + " " + pair.item().name(),
          pair.keys().stream().map(key -> key.kind() + " " + key.key()).sorted().toList());
    }
    return keys;
  }
}
