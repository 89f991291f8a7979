package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.KeyDifference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Finds the documents that differ, in bounded memory: a first pass sums the hashes of each side in
 * buckets by id; each further pass compares the documents of some of the buckets that differ, at
 * most about a hundred thousand at once. Ends when it has found ten thousand differences.
 */
final class DocumentDifference {
  private static final int AT_ONCE = 100_000;
  private static final int ENOUGH = 10_000;

  private final Documents source;
  private final Documents target;

  DocumentDifference(Documents source, Documents target) {
    this.source = source;
    this.target = target;
  }

  /** The differences, in the order of their ids. */
  List<KeyDifference> find() throws IOException {
    Buckets expected = new Buckets();
    Buckets found = new Buckets();
    Parallel.run(List.of(reading(source, expected), reading(target, found)));
    List<KeyDifference> differences = new ArrayList<>();
    BitSet left = expected.differing(found);
    while (!left.isEmpty() && differences.size() < ENOUGH) {
      BitSet some = new BitSet();
      long size = 0;
      for (int i = left.nextSetBit(0); i >= 0 && size < AT_ONCE; i = left.nextSetBit(i + 1)) {
        some.set(i);
        size += Math.max(expected.count(i), found.count(i));
      }
      left.andNot(some);
      differences.addAll(compare(some));
    }
    return differences;
  }

  private List<KeyDifference> compare(BitSet buckets) throws IOException {
    Fingerprints expected = new Fingerprints(buckets);
    Fingerprints found = new Fingerprints(buckets);
    Parallel.run(List.of(reading(source, expected), reading(target, found)));
    List<KeyDifference> differences = new ArrayList<>();
    Map<DocumentKey, Fingerprint> extra = new HashMap<>(found.all());
    expected
        .all()
        .forEach(
            (key, fingerprint) -> {
              Fingerprint other = extra.remove(key);
              if (other == null) {
                differences.add(new KeyDifference(key.said(), KeyDifference.Kind.MISSING));
              } else if (!other.equals(fingerprint)) {
                differences.add(new KeyDifference(key.said(), KeyDifference.Kind.CHANGED));
              }
            });
    extra
        .keySet()
        .forEach(
            key -> differences.add(new KeyDifference(key.said(), KeyDifference.Kind.UNEXPECTED)));
    differences.sort((a, b) -> a.key().compareTo(b.key()));
    return differences;
  }

  private static Callable<Void> reading(Documents documents, IndexReader.Target into) {
    return () -> {
      documents.read(into);
      return null;
    };
  }
}
