package com.harena.allinone.move.elasticsearch;

import java.util.ArrayList;
import java.util.List;

/** Sums the hashes of an index's documents, each slice by itself. */
final class Sums implements IndexReader.Target {
  private final List<HashSum> slices = new ArrayList<>();

  @Override
  public void begin(int number) {
    slices.clear();
  }

  @Override
  public DocumentConsumer slice(int number) {
    HashSum sum = new HashSum();
    slices.add(sum);
    DocumentHash hash = new DocumentHash(DocumentHash.Form.BYTES);
    return document -> {
      hash.take(document);
      sum.add(hash.high(), hash.low());
    };
  }

  HashSum total() {
    HashSum total = new HashSum();
    slices.forEach(total::add);
    return total;
  }
}
