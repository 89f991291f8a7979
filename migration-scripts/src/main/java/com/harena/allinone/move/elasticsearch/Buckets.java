package com.harena.allinone.move.elasticsearch;

import java.util.BitSet;

/** Sums hashes of documents in buckets by their ids. */
final class Buckets implements IndexReader.Target {
  static final int BITS = 16;

  private final long[] sums = new long[1 << BITS];
  private final int[] counts = new int[1 << BITS];

  @Override
  public synchronized void begin(int slices) {
    java.util.Arrays.fill(sums, 0);
    java.util.Arrays.fill(counts, 0);
  }

  @Override
  public DocumentConsumer slice(int number) {
    DocumentHash hash = new DocumentHash(DocumentHash.Form.VALUE);
    return document -> {
      hash.take(document);
      add(DocumentKey.of(document).bucket(), hash.high());
    };
  }

  private synchronized void add(int bucket, long hash) {
    sums[bucket] += hash;
    counts[bucket]++;
  }

  long count(int bucket) {
    return counts[bucket];
  }

  /** The buckets that are not the same. */
  BitSet differing(Buckets other) {
    BitSet differing = new BitSet(sums.length);
    for (int i = 0; i < sums.length; i++) {
      differing.set(i, sums[i] != other.sums[i] || counts[i] != other.counts[i]);
    }
    return differing;
  }
}
