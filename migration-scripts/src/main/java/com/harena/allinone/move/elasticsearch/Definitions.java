package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Work;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Reads templates, pipelines and the like; what the product itself brings along does not count. */
final class Definitions {
  /** Settings of the cluster that an application depends on; others belong to its nodes. */
  private static final Set<String> SETTINGS =
      Set.of(
          FreezeMark.AUTO_CREATE,
          "action.destructive_requires_name",
          "search.max_buckets",
          "search.default_search_timeout",
          "search.default_keep_alive",
          "search.max_keep_alive",
          "search.max_open_scroll_context",
          "search.allow_expensive_queries",
          "search.default_allow_partial_results",
          "script.max_compilations_rate",
          "cluster.max_shards_per_node");

  private static final List<String> STAMPS =
      List.of("created_date", "created_date_millis", "modified_date", "modified_date_millis");

  private final Cluster cluster;
  private final ClusterFacts facts;

  Definitions(Cluster cluster, ClusterFacts facts) {
    this.cluster = cluster;
    this.facts = facts;
  }

  /** All of them by kind and name, each as it is put again. */
  Map<Kind, SortedMap<String, JsonNode>> read(Work work) {
    Map<Kind, SortedMap<String, JsonNode>> all = new EnumMap<>(Kind.class);
    boolean composable = facts.version().isAtLeast(7, 8);
    all.put(Kind.SCRIPT, scripts(work));
    all.put(Kind.PIPELINE, byName("/_ingest/pipeline", node -> node, work));
    all.put(
        Kind.POLICY,
        facts.hasModule("ilm") ? byName("/_ilm/policy", Definitions::policy, work) : empty());
    all.put(Kind.COMPONENT_TEMPLATE, composable ? listed("component_template", work) : empty());
    all.put(Kind.INDEX_TEMPLATE, composable ? listed("index_template", work) : empty());
    all.put(Kind.LEGACY_TEMPLATE, byName("/_template?flat_settings=true", node -> node, work));
    all.put(Kind.SETTING, settings(work));
    return all;
  }

  private SortedMap<String, JsonNode> scripts(Work work) {
    SortedMap<String, JsonNode> scripts = empty();
    JsonNode state =
        cluster.get("/_cluster/state/metadata?filter_path=metadata.stored_scripts", work);
    for (Map.Entry<String, JsonNode> script :
        state.path("metadata").path("stored_scripts").properties()) {
      scripts.put(script.getKey(), Json.object().set("script", script.getValue()));
    }
    return scripts;
  }

  private SortedMap<String, JsonNode> byName(String path, UnaryOperator<JsonNode> form, Work work) {
    SortedMap<String, JsonNode> found = empty();
    Request request = Request.get(path);
    Reply reply = cluster.ask(request, work);
    if (reply.status() == 404) {
      return found;
    }
    if (!reply.isOk()) {
      throw cluster.refused(request, reply);
    }
    for (Map.Entry<String, JsonNode> entry : cluster.json(request, reply).properties()) {
      add(found, entry.getKey(), form.apply(entry.getValue()));
    }
    return found;
  }

  private SortedMap<String, JsonNode> listed(String kind, Work work) {
    SortedMap<String, JsonNode> found = empty();
    JsonNode answer = cluster.get("/_" + kind + "?flat_settings=true", work);
    for (JsonNode entry : answer.path(kind + "s")) {
      add(found, entry.path("name").asText(), entry.path(kind));
    }
    return found;
  }

  private static JsonNode policy(JsonNode said) {
    return Json.object().set("policy", said.path("policy"));
  }

  private static void add(Map<String, JsonNode> found, String name, JsonNode definition) {
    boolean managed =
        definition.path("_meta").path("managed").asBoolean()
            || definition.path("policy").path("_meta").path("managed").asBoolean();
    if (managed || name.startsWith(".") || name.startsWith("xpack_monitoring_")) {
      return;
    }
    JsonNode copy = definition.deepCopy();
    if (copy instanceof ObjectNode object) {
      object.remove(STAMPS);
      if (object.path("template") instanceof ObjectNode template) {
        template.remove(STAMPS);
      }
    }
    found.put(name, copy);
  }

  private SortedMap<String, JsonNode> settings(Work work) {
    JsonNode persistent =
        cluster.get("/_cluster/settings?flat_settings=true", work).path("persistent");
    FreezeMark mark = FreezeMark.of(persistent);
    SortedMap<String, JsonNode> found = empty();
    for (Map.Entry<String, JsonNode> setting : persistent.properties()) {
      if (SETTINGS.contains(setting.getKey())) {
        found.put(setting.getKey(), setting.getValue());
      }
    }
    if (mark.frozen()) {
      found.remove(FreezeMark.AUTO_CREATE);
      mark.autoCreate()
          .ifPresent(value -> found.put(FreezeMark.AUTO_CREATE, Json.parse(Json.quoted(value))));
    }
    return found;
  }

  private static SortedMap<String, JsonNode> empty() {
    return new TreeMap<>();
  }
}
