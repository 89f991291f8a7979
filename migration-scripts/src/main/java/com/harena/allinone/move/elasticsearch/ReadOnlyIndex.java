package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Work;

/**
 * An index of this move that may be read-only, as its source was: then the block is lifted first.
 */
final class ReadOnlyIndex {
  private final Cluster cluster;
  private final String path;
  private final Work work;

  ReadOnlyIndex(Cluster cluster, String name, Work work) {
    this.cluster = cluster;
    this.path = "/" + Request.encoded(name);
    this.work = work;
  }

  /** Deletes it. */
  void delete() {
    if (!isDone(Request.of("DELETE", path))) {
      set(Json.object().putNull(IndexSettings.READ_ONLY));
      cluster.call(Request.of("DELETE", path), work);
    }
  }

  /** Takes an alias away, if it has it; it is read-only again afterwards. */
  void removeAlias(String alias) {
    Request request = Request.of("DELETE", path + "/_alias/" + alias);
    if (!isDone(request)) {
      set(Json.object().putNull(IndexSettings.READ_ONLY));
      cluster.call(request, work);
      set(Json.object().put(IndexSettings.READ_ONLY, true));
    }
  }

  /** Sends it; false if the index is read-only. */
  private boolean isDone(Request request) {
    Reply reply = cluster.ask(request, work);
    if (reply.hasErrorType("cluster_block_exception")) {
      return false;
    }
    if (!reply.isOk() && reply.status() != 404) {
      throw cluster.refused(request, reply);
    }
    return true;
  }

  private void set(ObjectNode settings) {
    cluster.call(Request.of("PUT", path + "/_settings", settings), work);
  }
}
