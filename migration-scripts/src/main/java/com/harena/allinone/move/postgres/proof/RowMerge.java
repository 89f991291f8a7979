package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.proof.RowStream.Row;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Merges the rows of both sides and tells which have no equal. */
final class RowMerge {
  private final RowStream source;
  private final RowStream target;
  private final boolean keyed;

  RowMerge(RowStream source, RowStream target, boolean keyed) {
    this.source = source;
    this.target = target;
    this.keyed = keyed;
  }

  /** Adds what differs, until there are so many. */
  void into(List<KeyDifference> found, int limit) {
    while ((source.more() || target.more()) && found.size() < limit) {
      int order =
          !source.more() ? 1 : !target.more() ? -1 : Long.compare(source.spread(), target.spread());
      Map<Row, Long> here = order <= 0 ? source.group() : Map.of();
      Map<Row, Long> there = order >= 0 ? target.group() : Map.of();
      if (keyed) {
        byKey(here, there, found);
      } else {
        byHash(here, there, found);
      }
    }
  }

  private static void byKey(Map<Row, Long> here, Map<Row, Long> there, List<KeyDifference> found) {
    Map<String, String> source = hashes(here);
    Map<String, String> target = hashes(there);
    TreeSet<String> keys = new TreeSet<>(source.keySet());
    keys.addAll(target.keySet());
    for (String key : keys) {
      String a = source.get(key);
      String b = target.get(key);
      if (b == null) {
        found.add(new KeyDifference(key, Kind.MISSING));
      } else if (a == null) {
        found.add(new KeyDifference(key, Kind.UNEXPECTED));
      } else if (!a.equals(b)) {
        found.add(new KeyDifference(key, Kind.CHANGED));
      }
    }
  }

  /** A key that occurs twice, which a broken index lets in, differs from one that occurs once. */
  private static Map<String, String> hashes(Map<Row, Long> rows) {
    Map<String, String> hashes = new TreeMap<>();
    rows.entrySet().stream()
        .map(e -> Map.entry(e.getKey().key(), e.getKey().hash() + " x " + e.getValue()))
        .sorted(Map.Entry.comparingByValue())
        .forEach(e -> hashes.merge(e.getKey(), e.getValue(), (a, b) -> a + ", " + b));
    return hashes;
  }

  private static void byHash(Map<Row, Long> here, Map<Row, Long> there, List<KeyDifference> found) {
    TreeMap<String, Long> surplus = new TreeMap<>();
    here.forEach((row, count) -> surplus.merge(row.hash(), count, Long::sum));
    there.forEach((row, count) -> surplus.merge(row.hash(), -count, Long::sum));
    surplus.forEach(
        (hash, count) -> {
          if (count != 0) {
            long times = Math.abs(count);
            found.add(
                new KeyDifference(
                    "row with hash %s%s"
                        .formatted(hex(hash), times == 1 ? "" : ", %d times".formatted(times)),
                    count > 0 ? Kind.MISSING : Kind.UNEXPECTED));
          }
        });
  }

  private static String hex(String hash) {
    return "%016x".formatted(new BigDecimal(hash).longValue());
  }
}
