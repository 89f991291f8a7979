package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Blocks the writes of every index that moves, and keeps an index from coming to be by writing to
 * it. The API has nothing short of making the whole cluster read-only against an administrator who
 * makes an index by name: such an index is found by the proof that follows.
 */
final class Freeze {
  private static final String PIECE = "freeze";

  private final Cluster cluster;

  Freeze(Cluster cluster) {
    this.cluster = cluster;
  }

  void freeze(Work work) {
    ClusterFacts facts = ClusterFacts.of(cluster, work);
    List<IndexSummary> indices = new Catalogue(cluster, facts).indices(work);
    FreezeMark mark = mark(indices, work);
    work.checkpoints()
        .done(PIECE, Json.canonical(Json.MAPPER.valueToTree(mark.noting(work.move()))));
    put(mark.noting(work.move()), work);
    for (IndexSummary index : indices) {
      if (!mark.blocked().contains(index.name())) {
        block(index.name(), facts, work);
      }
    }
    cluster.call(
        Request.of(
            "POST",
            "/_refresh" + (facts.version().isAtLeast(7, 7) ? "?expand_wildcards=open,hidden" : "")),
        work);
  }

  /** What was before; if it is frozen already, what was before that. */
  private FreezeMark mark(List<IndexSummary> indices, Work work) {
    JsonNode persistent =
        cluster.get("/_cluster/settings?flat_settings=true", work).path("persistent");
    FreezeMark noted = FreezeMark.of(persistent);
    if (noted.frozen()) {
      return noted;
    }
    Set<String> blocked = new TreeSet<>();
    for (IndexSummary index : indices) {
      if (isBlocked(index.name(), work)) {
        blocked.add(index.name());
      }
    }
    return new FreezeMark(
        true, blocked, Optional.ofNullable(persistent.path(FreezeMark.AUTO_CREATE).textValue()));
  }

  private boolean isBlocked(String index, Work work) {
    JsonNode said =
        cluster.get("/" + Request.encoded(index) + "/_settings?flat_settings=true", work);
    JsonNode settings = said.path(index).path("settings");
    return settings.path(IndexSettings.WRITE_BLOCK).asBoolean()
        || settings.path(IndexSettings.READ_ONLY).asBoolean();
  }

  /** Returns when writes that were on their way have ended, where the cluster can tell. */
  private void block(String index, ClusterFacts facts, Work work) {
    String path = "/" + Request.encoded(index);
    if (facts.version().isAtLeast(7, 9)) {
      cluster.call(Request.of("PUT", path + "/_block/write"), work);
    } else {
      set(index, Json.object().put(IndexSettings.WRITE_BLOCK, true), work);
    }
  }

  void unfreeze(Work work) {
    FreezeMark mark = FreezeMark.of(cluster, work);
    if (mark.frozen()) {
      ClusterFacts facts = ClusterFacts.of(cluster, work);
      for (IndexSummary index : new Catalogue(cluster, facts).indices(work)) {
        if (!mark.blocked().contains(index.name())) {
          set(index.name(), Json.object().putNull(IndexSettings.WRITE_BLOCK), work);
        }
      }
      put(mark.undoing(), work);
    }
    work.checkpoints().forget(PIECE);
  }

  private void set(String index, ObjectNode settings, Work work) {
    cluster.call(Request.of("PUT", "/" + Request.encoded(index) + "/_settings", settings), work);
  }

  private void put(ObjectNode persistent, Work work) {
    ObjectNode body = Json.object();
    body.set("persistent", persistent);
    cluster.call(Request.of("PUT", "/_cluster/settings", body), work);
  }
}
