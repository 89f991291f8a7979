package com.harena.allinone.move.elasticsearch;

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
    int replicas) {}
