/**
 * Elasticsearch: every index with its settings, mappings, aliases and documents, templates,
 * pipelines and stored scripts.
 *
 * <p>Documents are read by point in time and {@code search_after}, or by scroll where the cluster
 * has no such thing, and never by one page of a search. They are kept as the body of the bulk
 * request that loads them, in gzip members of a few megabytes each, so that a restore only sends
 * what is on disk. What is proven equal is the number of documents of an index and the sum of the
 * hashes of id, routing, version and source of each.
 */
package com.harena.allinone.move.elasticsearch;
