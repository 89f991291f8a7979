package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Work;
import java.util.List;

/** What keeps the new cluster from taking anything. */
final class TargetCheck {
  private static final String CODE = "elasticsearch.target.";

  private final Cluster cluster;
  private final ClusterFacts facts;
  private final List<Finding> findings;

  TargetCheck(Cluster cluster, ClusterFacts facts, List<Finding> findings) {
    this.cluster = cluster;
    this.facts = facts;
    this.findings = findings;
  }

  void run(Work work) {
    if (facts.version().major() < 7) {
      findings.add(
          Finding.error(
              CODE + "version",
              "the target is Elasticsearch %s; allowed: 7.9 or newer".formatted(facts.version())));
    }
    health(work);
    blocks(work);
    empty(work);
  }

  private void health(Work work) {
    JsonNode health = cluster.get("/_cluster/health", work);
    String status = health.path("status").asText();
    findings.add(
        status.equals("red")
            ? Finding.error(
                CODE + "health",
                "the target's health is red with %s unassigned; mend it first"
                    .formatted(Amounts.count(health.path("unassigned_shards").asInt(), "shard")))
            : Finding.ok(CODE + "health", "the target's health is " + status));
  }

  private void blocks(Work work) {
    JsonNode settings = cluster.get("/_cluster/settings?flat_settings=true", work);
    for (String block :
        List.of("cluster.blocks.read_only", "cluster.blocks.read_only_allow_delete")) {
      if (settings.path("persistent").path(block).asBoolean()
          || settings.path("transient").path(block).asBoolean()) {
        findings.add(
            Finding.error(
                CODE + "read-only",
                "the target is read-only (%s); set it to null with PUT /_cluster/settings"
                    .formatted(block)));
      }
    }
  }

  private void empty(Work work) {
    Occupancy occupancy = new ElasticsearchSink(cluster).occupancy(work);
    String names = String.join(", ", occupancy.found());
    findings.add(
        switch (occupancy.state()) {
          case EMPTY -> Finding.ok(CODE + "empty", "the target is empty");
          case OURS -> Finding.ok(CODE + "empty", "the target holds only what this move put there");
          case FOREIGN ->
              Finding.error(
                  CODE + "empty",
                  "the target is not empty: %s; delete that or choose another cluster"
                      .formatted(names));
        });
  }
}
