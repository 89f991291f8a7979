package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts templates, pipelines and the like on the new cluster. Templates come after the indices, or
 * they would add to what an index had; pipelines before, because indices name them.
 */
final class RestoredDefinitions {
  private static final String PLAN = "definitions";

  private final Cluster cluster;
  private final ClusterFacts facts;

  RestoredDefinitions(Cluster cluster, ClusterFacts facts) {
    this.cluster = cluster;
    this.facts = facts;
  }

  /** What is there now, each as kind and name; settings of the cluster are always there. */
  List<String> present(Work work) {
    List<String> present = new ArrayList<>();
    new Definitions(cluster, facts)
        .read(work)
        .forEach(
            (kind, named) -> {
              if (kind != Kind.SETTING) {
                named.keySet().forEach(name -> present.add(kind.word() + " " + name));
              }
            });
    return present;
  }

  /** What this move has put there or was about to. */
  static Set<String> planned(Work work) {
    Set<String> planned = new HashSet<>();
    JsonNode plan = Json.parse(work.checkpoints().find(PLAN).orElse("[]"));
    plan.forEach(
        each -> planned.add(each.path("kind").asText() + " " + each.path("name").asText()));
    return planned;
  }

  /** Notes what is going to be put, and the cluster's settings as they are, before anything is. */
  void plan(ClusterBackup backup, Work work) {
    if (work.checkpoints().find(PLAN).isPresent()) {
      return;
    }
    Map<String, JsonNode> before = new Definitions(cluster, facts).read(work).get(Kind.SETTING);
    var plan = Json.MAPPER.createArrayNode();
    backup
        .definitions()
        .forEach(
            (kind, named) ->
                named
                    .keySet()
                    .forEach(
                        name -> {
                          ObjectNode each = plan.addObject().put("id", kind.name());
                          each.put("kind", kind.word()).put("name", name);
                          if (kind == Kind.SETTING) {
                            each.set("before", before.get(name));
                          }
                        }));
    work.checkpoints().done(PLAN, plan.toString());
  }

  void putBefore(ClusterBackup backup, Work work) {
    backup
        .definitions()
        .forEach(
            (kind, named) -> {
              if (!kind.isTemplate() && kind != Kind.SETTING) {
                put(kind, named, work);
              }
            });
  }

  void putAfter(ClusterBackup backup, Work work) {
    backup
        .definitions()
        .forEach(
            (kind, named) -> {
              if (kind.isTemplate()) {
                put(kind, named, work);
              }
            });
    SortedMap<String, JsonNode> settings = backup.definitions().get(Kind.SETTING);
    if (settings != null && !settings.isEmpty()) {
      settings(settings, work);
    }
  }

  private void put(Kind kind, SortedMap<String, JsonNode> named, Work work) {
    named.forEach(
        (name, definition) -> {
          Request request = Request.of("PUT", kind.path(name), definition);
          Reply reply = cluster.ask(request, work);
          if (!reply.isOk()) {
            throw cluster.failure(
                "%s %s is refused (%d): %s; mend or delete it on the source and begin with a new backup"
                    .formatted(kind.word(), name, reply.status(), reply.reason()));
          }
        });
  }

  private void settings(SortedMap<String, JsonNode> settings, Work work) {
    ObjectNode body = Json.object();
    ObjectNode persistent = body.putObject("persistent");
    settings.forEach(persistent::set);
    cluster.call(Request.of("PUT", "/_cluster/settings", body), work);
  }

  /** Deletes what was put, last first, and makes the settings what they were. */
  void clear(Work work) {
    JsonNode plan = Json.parse(work.checkpoints().find(PLAN).orElse("[]"));
    SortedMap<String, JsonNode> before = new TreeMap<>();
    List<JsonNode> last = new ArrayList<>();
    plan.forEach(each -> last.add(0, each));
    for (JsonNode each : last) {
      Kind kind = Kind.valueOf(each.path("id").asText());
      String name = each.path("name").asText();
      if (kind == Kind.SETTING) {
        JsonNode old = each.path("before");
        before.put(name, old.isMissingNode() ? Json.MAPPER.nullNode() : old);
        continue;
      }
      Request request = Request.of("DELETE", kind.path(name));
      Reply reply = cluster.ask(request, work);
      if (!reply.isOk() && reply.status() != 404) {
        throw cluster.refused(request, reply);
      }
    }
    if (!before.isEmpty()) {
      settings(before, work);
    }
    work.checkpoints().forget(PLAN);
  }
}
