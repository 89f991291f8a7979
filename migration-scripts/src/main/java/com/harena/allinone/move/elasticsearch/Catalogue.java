package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which indices and data streams a cluster has; those of the system itself never move. */
final class Catalogue {
  private final Cluster cluster;
  private final ClusterFacts facts;

  Catalogue(Cluster cluster, ClusterFacts facts) {
    this.cluster = cluster;
    this.facts = facts;
  }

  /** What moves, by name. */
  List<IndexSummary> indices(Work work) {
    Set<String> backing = new HashSet<>();
    streams(work).forEach(stream -> backing.addAll(stream.indices()));
    return all(work).stream()
        .filter(index -> !isSystem(index.name()) || backing.contains(index.name()))
        .toList();
  }

  /** Indices whose name begins with a dot and that belong to no stream that moves. */
  List<String> leftBehind(Work work) {
    Set<String> moved = new HashSet<>();
    indices(work).forEach(index -> moved.add(index.name()));
    return all(work).stream()
        .map(IndexSummary::name)
        .filter(name -> !moved.contains(name))
        .toList();
  }

  private List<IndexSummary> all(Work work) {
    String hidden = facts.version().isAtLeast(7, 7) ? "&expand_wildcards=all" : "";
    String path =
        "/_cat/indices?format=json&bytes=b&h=index,status,health,docs.count,pri.store.size,pri,rep";
    List<IndexSummary> indices = new ArrayList<>();
    for (JsonNode row : cluster.get(path + hidden, work)) {
      indices.add(
          new IndexSummary(
              row.path("index").asText(),
              row.path("status").asText().equals("open"),
              row.path("health").asText(),
              row.path("docs.count").asLong(),
              row.path("pri.store.size").asLong(),
              row.path("pri").asInt(),
              row.path("rep").asInt()));
    }
    indices.sort(Comparator.comparing(IndexSummary::name));
    return indices;
  }

  /** About how many documents move, nested objects not counted; 0 if the cluster cannot say. */
  long documents(Work work) {
    String hidden = facts.version().isAtLeast(7, 7) ? ",hidden" : "";
    String path = "/*,-.*/_count?ignore_unavailable=true&expand_wildcards=open" + hidden;
    try {
      Reply reply = cluster.once(Request.get(path), Cluster.LIMIT, work);
      return reply.isOk() ? reply.json().path("count").asLong() : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** The data streams that move, by name. */
  List<DataStream> streams(Work work) {
    if (!facts.hasModule("data-streams")) {
      return List.of();
    }
    String hidden = facts.version().isAtLeast(7, 11) ? "?expand_wildcards=all" : "";
    List<DataStream> streams = new ArrayList<>();
    for (JsonNode stream : cluster.get("/_data_stream" + hidden, work).path("data_streams")) {
      String name = stream.path("name").asText();
      if (stream.path("system").asBoolean() || isSystem(name) || isHistory(name)) {
        continue;
      }
      List<String> indices = new ArrayList<>();
      stream.path("indices").forEach(index -> indices.add(index.path("index_name").asText()));
      streams.add(new DataStream(name, indices, stream.path("hidden").asBoolean()));
    }
    streams.sort(Comparator.comparing(DataStream::name));
    return streams;
  }

  private static boolean isHistory(String name) {
    return name.startsWith("ilm-history-") || name.startsWith("slm-history-");
  }

  private static boolean isSystem(String name) {
    return name.startsWith(".");
  }
}
