package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Work;
import java.io.IOException;

/**
 * Reads an index of a cluster that knows no points in time, before 7.12. Its pages have one size: a
 * reading that met one too large is done again with a smaller one.
 */
final class ScrollReader {
  private static final int[] SIZES = {1000, 50, 1};

  private final Cluster cluster;
  private final Work work;
  private String id = "";
  private int size;

  ScrollReader(Cluster cluster, Work work) {
    this.cluster = cluster;
    this.work = work;
  }

  /** Reads the index from its first document to its last. */
  void read(String index, DocumentConsumer consumer) throws IOException {
    id = "";
    try {
      for (int hits = page(index, first(index), consumer); hits > 0; ) {
        work.progress().advance(hits);
        ObjectNode body = Json.object().put("scroll", PointInTime.KEPT).put("scroll_id", id);
        hits = page(index, next(Request.of("POST", "/_search/scroll", body)), consumer);
      }
    } finally {
      close();
    }
  }

  /** The page that begins it; a smaller one where documents are large, which counts for all. */
  private Reply first(String index) throws IOException {
    String path =
        "/%s/_search?scroll=%s&allow_partial_search_results=false"
            .formatted(Request.encoded(index), PointInTime.KEPT);
    for (; size < SIZES.length; size++) {
      ObjectNode body = Json.object().put("size", SIZES[size]).put("version", true);
      body.putArray("sort").add("_doc");
      try {
        return cluster.askForPortion(Request.of("POST", path, body), limit(), work);
      } catch (AnswerTooLarge e) {
        // The next size is smaller.
      }
    }
    throw cluster.failure(
        "index %s holds a document that is too large to be read".formatted(index));
  }

  private int limit() {
    return size == SIZES.length - 1 ? PageSize.LARGEST : PageSize.LIMIT;
  }

  /** A page that was lost on its way cannot be had again: the scroll has moved on. */
  private Reply next(Request request) {
    try {
      Reply reply = cluster.once(request, limit(), work);
      if (Cluster.isOutOfMemory(reply)) {
        throw new AnswerTooLarge(reply.reason());
      }
      if (Cluster.isBusy(reply)) {
        throw new PointInTimeLost("its scroll was cut off by answer " + reply.status());
      }
      return reply;
    } catch (AnswerTooLarge e) {
      size = Math.min(size + 1, SIZES.length - 1);
      throw new PointInTimeLost("its scroll was cut off: " + e.getMessage());
    } catch (IOException e) {
      throw new PointInTimeLost("its scroll was cut off: " + e.getMessage());
    }
  }

  private int page(String index, Reply reply, DocumentConsumer consumer) throws IOException {
    if (reply.hasErrorType("search_context_missing_exception")) {
      throw new PointInTimeLost("its scroll is no longer known");
    }
    if (!reply.isOk()) {
      throw cluster.failure(
          "reading index %s: %d: %s".formatted(index, reply.status(), reply.reason()));
    }
    Page page = Page.read(reply, consumer);
    if (page.isPartial()) {
      throw cluster.failure(
          "index %s: a shard did not answer in full; see _cluster/health, then run the same command again"
              .formatted(index));
    }
    if (!page.cursorId().isEmpty()) {
      id = page.cursorId();
    }
    return page.hits();
  }

  private void close() {
    if (id.isEmpty()) {
      return;
    }
    ObjectNode body = Json.object();
    body.putArray("scroll_id").add(id);
    try {
      cluster.once(Request.of("DELETE", "/_search/scroll", body), Cluster.LIMIT, work);
    } catch (IOException | MoveInterrupted e) {
      // It ends by its keep-alive.
    }
  }
}
