package com.harena.allinone.move.postgres;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two databases that are compared as the steps of a move compare them. */
final class TwoSides {
  private final PostgresStore store;
  private final Verifier verifier;
  private final TestWork work = new TestWork("twosides0001");

  TwoSides(PostgresEndpoint source, PostgresEndpoint target) {
    store = new PostgresStore(source, target, RdsLike.SECRETS);
    verifier = store.verifier();
  }

  /** Both as they are now. */
  Comparison live() {
    return Comparison.of(
        "postgres",
        verifier.inventory(Side.SOURCE, work),
        verifier.inventory(Side.TARGET, work),
        (source, target) -> Optional.of(verifier.locate(source, target, work)));
  }

  /** A backup of the source: its list of what it holds. */
  Inventory backUp(Path folder) throws IOException {
    return store.source().backUp(Files.createDirectories(folder), work);
  }

  /** That list and the target as it is now; keys are found by means of the backup. */
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
