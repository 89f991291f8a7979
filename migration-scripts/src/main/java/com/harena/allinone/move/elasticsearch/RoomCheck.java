package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Work;
import java.util.List;

/** Whether the new cluster has room on its disks and for that many shards. */
final class RoomCheck {
  private static final String CODE = "elasticsearch.target.";
  private static final String LOW = "cluster.routing.allocation.disk.watermark.low";

  private final Cluster cluster;
  private final List<Finding> findings;

  RoomCheck(Cluster cluster, List<Finding> findings) {
    this.cluster = cluster;
    this.findings = findings;
  }

  void run(List<IndexSummary> indices, Work work) {
    JsonNode settings =
        cluster.get("/_cluster/settings?include_defaults=true&flat_settings=true", work);
    JsonNode health = cluster.get("/_cluster/health", work);
    int nodes = Math.max(1, health.path("number_of_data_nodes").asInt());
    disk(indices, settings, nodes, work);
    shards(indices, settings, health, nodes);
  }

  private void disk(List<IndexSummary> indices, JsonNode settings, int nodes, Work work) {
    long needed = 0;
    for (IndexSummary index : indices) {
      needed += index.bytes() * (1 + Math.min(index.replicas(), nodes - 1));
    }
    long room = 0;
    Watermark low = Watermark.parse(setting(settings, LOW, "85%"));
    for (JsonNode node : cluster.get("/_nodes/stats/fs", work).path("nodes")) {
      JsonNode total = node.path("fs").path("total");
      room +=
          low.room(
              total.path("total_in_bytes").asLong(), total.path("available_in_bytes").asLong());
    }
    String sizes =
        "the source's indices take %s, the target has room for %s below its low disk watermark (%s)"
            .formatted(
                Amounts.bytes((double) needed),
                Amounts.bytes((double) room),
                setting(settings, LOW, "85%"));
    findings.add(
        needed > room
            ? Finding.error(
                CODE + "disk",
                sizes + "; give it %s more".formatted(Amounts.bytes((double) (needed - room))))
            : Finding.ok(CODE + "disk", sizes));
  }

  private void shards(List<IndexSummary> indices, JsonNode settings, JsonNode health, int nodes) {
    long allowed = nodes * Long.parseLong(setting(settings, "cluster.max_shards_per_node", "1000"));
    long needed = health.path("active_shards").asLong() + health.path("unassigned_shards").asLong();
    for (IndexSummary index : indices) {
      needed += (long) index.primaries() * (1 + index.replicas());
    }
    if (needed > allowed) {
      findings.add(
          Finding.error(
              CODE + "shards",
              "with %s the target would have %s, it allows %,d; raise cluster.max_shards_per_node there"
                  .formatted(
                      Amounts.count(indices.size(), "more index", "more indices"),
                      Amounts.count(needed, "shard"),
                      allowed)));
    }
  }

  private static String setting(JsonNode settings, String name, String otherwise) {
    for (String place : List.of("transient", "persistent", "defaults")) {
      JsonNode value = settings.path(place).path(name);
      if (value.isValueNode()) {
        return value.asText();
      }
    }
    return otherwise;
  }
}
