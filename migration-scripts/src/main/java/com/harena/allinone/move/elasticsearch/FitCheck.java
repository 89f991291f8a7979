package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Work;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Whether what the old cluster has fits the new one. The new one itself judges, by simulation. */
final class FitCheck {
  private static final String CODE = "elasticsearch.target.";
  private static final int HIGHEST_PRIORITY = 2_147_483_000;

  private final Cluster source;
  private final ClusterFacts old;
  private final Cluster target;
  private final ClusterFacts fresh;
  private final List<Finding> findings;

  FitCheck(
      Cluster source,
      ClusterFacts old,
      Cluster target,
      ClusterFacts fresh,
      List<Finding> findings) {
    this.source = source;
    this.old = old;
    this.target = target;
    this.fresh = fresh;
    this.findings = findings;
  }

  void run(Work work) {
    Catalogue catalogue = new Catalogue(source, old);
    List<IndexSummary> indices = catalogue.indices(work);
    FreezeMark frozen = FreezeMark.of(source, work);
    int before = findings.size();
    for (IndexSummary index : indices) {
      IndexDefinition definition = IndexDefinition.read(index.name(), source, old, frozen, work);
      ObjectNode template = Json.object();
      template.set("settings", definition.settings());
      template.set("mappings", definition.mappings());
      simulate("index " + index.name(), template, work);
    }
    Map<Kind, SortedMap<String, JsonNode>> definitions = new Definitions(source, old).read(work);
    definitions
        .get(Kind.COMPONENT_TEMPLATE)
        .forEach(
            (name, json) -> simulate("component template " + name, json.path("template"), work));
    definitions
        .get(Kind.INDEX_TEMPLATE)
        .forEach((name, json) -> simulate("index template " + name, json.path("template"), work));
    definitions
        .get(Kind.LEGACY_TEMPLATE)
        .forEach((name, json) -> simulate("legacy template " + name, json, work));
    definitions.get(Kind.PIPELINE).forEach(this::pipeline);
    lacking(catalogue, definitions, work);
    if (findings.size() == before) {
      findings.add(
          Finding.ok(
              CODE + "accepts",
              "the target accepts every mapping, setting, template and pipeline"));
    }
    new RoomCheck(target, findings).run(indices, work);
  }

  private void simulate(String what, JsonNode definition, Work work) {
    if (!fresh.version().isAtLeast(7, 9)) {
      return;
    }
    ObjectNode body = Json.object().put("priority", HIGHEST_PRIORITY);
    body.putArray("index_patterns").add("allinone-check-of-nothing");
    ObjectNode template = body.putObject("template");
    for (String part : List.of("settings", "mappings")) {
      if (definition.has(part)) {
        template.set(part, definition.get(part));
      }
    }
    Reply reply = target.ask(Request.of("POST", "/_index_template/_simulate", body), work);
    if (!reply.isOk()) {
      findings.add(
          Finding.error(
              CODE + "refuses",
              "the target would refuse %s: %s; install the plugin it names there, or change it on the source"
                  .formatted(what, reply.reason())));
    }
  }

  private void pipeline(String name, JsonNode pipeline) {
    Set<String> lacking = new TreeSet<>();
    processors(pipeline.path("processors"), lacking);
    processors(pipeline.path("on_failure"), lacking);
    if (!lacking.isEmpty()) {
      findings.add(
          Finding.error(
              CODE + "processors",
              "ingest pipeline %s needs processors that the target lacks: %s; install the plugin that brings them"
                  .formatted(name, String.join(", ", lacking))));
    }
  }

  private void processors(JsonNode list, Set<String> lacking) {
    for (JsonNode entry : list) {
      for (Map.Entry<String, JsonNode> processor : entry.properties()) {
        if (!fresh.processors().contains(processor.getKey())) {
          lacking.add(processor.getKey());
        }
        processors(processor.getValue().path("on_failure"), lacking);
        if (processor.getKey().equals("foreach")) {
          var inner = Json.MAPPER.createArrayNode().add(processor.getValue().path("processor"));
          processors(inner, lacking);
        }
      }
    }
  }

  private void lacking(
      Catalogue catalogue, Map<Kind, SortedMap<String, JsonNode>> definitions, Work work) {
    if (!catalogue.streams(work).isEmpty() && !fresh.hasModule("data-streams")) {
      findings.add(
          Finding.error(CODE + "streams", "the source has data streams, the target lacks them"));
    }
    if (!definitions.get(Kind.POLICY).isEmpty() && !fresh.hasModule("ilm")) {
      findings.add(
          Finding.error(
              CODE + "policies", "the source has lifecycle policies, the target lacks them"));
    }
    Set<String> languages = new TreeSet<>();
    definitions
        .get(Kind.SCRIPT)
        .values()
        .forEach(script -> languages.add(script.path("script").path("lang").asText()));
    for (String language : languages) {
      if (!fresh.hasModule(language)) {
        findings.add(
            Finding.error(
                CODE + "scripts",
                "stored scripts are in %s, which the target lacks; install its module"
                    .formatted(language)));
      }
    }
  }
}
