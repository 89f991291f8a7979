package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Work;
import java.util.ArrayList;
import java.util.List;

/** What keeps documents of the old cluster from being read. */
final class SourceCheck {
  private static final String CODE = "elasticsearch.source.";

  private final Cluster cluster;
  private final ClusterFacts facts;
  private final List<Finding> findings;

  SourceCheck(Cluster cluster, ClusterFacts facts, List<Finding> findings) {
    this.cluster = cluster;
    this.facts = facts;
    this.findings = findings;
  }

  void run(Work work) {
    Catalogue catalogue = new Catalogue(cluster, facts);
    List<IndexSummary> indices = catalogue.indices(work);
    int before = findings.size();
    for (IndexSummary index : indices) {
      index
          .obstacle()
          .ifPresent(said -> add(Finding.error(CODE + (index.open() ? "red" : "closed"), said)));
    }
    FreezeMark frozen = FreezeMark.of(cluster, work);
    for (IndexSummary index : indices) {
      definition(IndexDefinition.read(index.name(), cluster, facts, frozen, work));
    }
    left(catalogue.leftBehind(work));
    if (!facts.version().hasPointInTime()) {
      add(
          Finding.warning(
              CODE + "scroll",
              "Elasticsearch %s has no point in time with slices (since 7.12): documents are read by one scroll per index, which takes longer"
                  .formatted(facts.version())));
    }
    long documents = catalogue.documents(work);
    if (findings.size() == before) {
      add(
          Finding.ok(
              CODE + "indices",
              "%s, about %s, %s"
                  .formatted(
                      Amounts.count(indices.size(), "index", "indices"),
                      Amounts.count(documents, "document"),
                      Amounts.bytes(
                          (double) indices.stream().mapToLong(IndexSummary::bytes).sum()))));
    }
  }

  private void definition(IndexDefinition index) {
    JsonNode source = index.mappings().path("_source");
    boolean synthetic =
        source.path("mode").asText().equals("synthetic")
            || index.settings().path("index.mapping.source.mode").asText().equals("synthetic");
    if (!index.hasSource() || source.path("mode").asText().equals("disabled")) {
      add(
          Finding.error(
              CODE + "no-source",
              "index %s has _source disabled, so its documents cannot be moved; index them anew on the target and delete it here"
                  .formatted(index.name())));
    } else if (!source.path("excludes").isEmpty() || !source.path("includes").isEmpty()) {
      add(
          Finding.warning(
              CODE + "partial-source",
              "index %s keeps only part of each document in _source: what is left out is searchable here and will not be on the target"
                  .formatted(index.name())));
    } else if (synthetic) {
      add(
          Finding.warning(
              CODE + "synthetic-source",
              "index %s rebuilds _source from its fields: documents arrive as rebuilt, with arrays sorted and without duplicates"
                  .formatted(index.name())));
    }
    if (index.settings().path("index.blocks.read").asBoolean()) {
      add(
          Finding.error(
              CODE + "read-block",
              "index %s forbids reading (index.blocks.read); set it to false"
                  .formatted(index.name())));
    }
  }

  private void left(List<String> names) {
    List<String> told = new ArrayList<>(names.subList(0, Math.min(20, names.size())));
    if (!told.isEmpty()) {
      add(
          Finding.warning(
              CODE + "system",
              "%s of the system itself %s behind, as each name begins with a dot: %s"
                  .formatted(
                      Amounts.count(names.size(), "index", "indices"),
                      names.size() == 1 ? "stays" : "stay",
                      String.join(", ", told))));
    }
  }

  private void add(Finding finding) {
    findings.add(finding);
  }
}
