package com.harena.allinone.move.elasticsearch;

/** What a document is found by: the same id may exist once on each shard that routing leads to. */
record DocumentKey(String id, String routing) {
  static DocumentKey of(Document document) {
    return new DocumentKey(
        document.idText(), document.routing().isPresent() ? document.text(document.routing()) : "");
  }

  /** For a reader. */
  String said() {
    return routing.isEmpty() ? id : id + " (routing " + routing + ")";
  }

  /** One of the buckets that documents are divided into. */
  int bucket() {
    int hash = id.hashCode() * 0x9E3779B1;
    return hash >>> (Integer.SIZE - Buckets.BITS);
  }
}
