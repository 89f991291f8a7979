package com.harena.allinone.move.elasticsearch;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the hashes of the documents of some buckets. */
final class Fingerprints implements IndexReader.Target {
  private final BitSet buckets;
  private final Map<DocumentKey, Fingerprint> all = new ConcurrentHashMap<>();

  Fingerprints(BitSet buckets) {
    this.buckets = buckets;
  }

  Map<DocumentKey, Fingerprint> all() {
    return all;
  }

  @Override
  public void begin(int slices) {
    all.clear();
  }

  @Override
  public DocumentConsumer slice(int number) {
    DocumentHash hash = new DocumentHash(DocumentHash.Form.VALUE);
    return document -> {
      DocumentKey key = DocumentKey.of(document);
      if (buckets.get(key.bucket())) {
        hash.take(document);
        all.put(key, new Fingerprint(hash.high(), hash.low()));
      }
    };
  }
}
