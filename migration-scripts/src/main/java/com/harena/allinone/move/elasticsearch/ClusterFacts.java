package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.Work;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the nodes of a cluster are.
 *
 * @param version of its oldest node
 * @param modules modules and plugins, by name, of every node
 * @param processors kinds of ingest processors
 * @param nodes versions of the nodes by name
 */
record ClusterFacts(
    Version version, Set<String> modules, Set<String> processors, Map<String, String> nodes) {
  private static final int OLDEST = 6;

  static ClusterFacts of(Cluster cluster, Work work) {
    Version oldest = null;
    Set<String> modules = new TreeSet<>();
    Set<String> processors = new TreeSet<>();
    Map<String, String> nodes = new TreeMap<>();
    for (JsonNode node : cluster.get("/_nodes/plugins,ingest", work).path("nodes")) {
      Version version = Version.parse(node.path("version").asText());
      oldest = oldest == null || version.compareTo(oldest) < 0 ? version : oldest;
      nodes.put(node.path("name").asText(), version.toString());
      node.path("modules").forEach(module -> modules.add(module.path("name").asText()));
      node.path("plugins").forEach(plugin -> modules.add(plugin.path("name").asText()));
      node.path("ingest")
          .path("processors")
          .forEach(processor -> processors.add(processor.path("type").asText()));
    }
    if (oldest == null) {
      throw cluster.failure("it names no node; check that the address is that of Elasticsearch");
    }
    if (oldest.major() < OLDEST) {
      throw cluster.failure(
          "it says that it is version %s; allowed: Elasticsearch %d or newer, and not OpenSearch, which counts anew"
              .formatted(oldest, OLDEST));
    }
    return new ClusterFacts(oldest, modules, processors, nodes);
  }

  /** Whether some module's name has this in it. */
  boolean hasModule(String part) {
    return modules.stream().anyMatch(module -> module.contains(part));
  }
}
