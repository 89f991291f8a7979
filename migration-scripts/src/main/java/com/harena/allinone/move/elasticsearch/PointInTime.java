package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.io.IOException;

/** An index as it is at one moment, held by the server until it is closed. */
final class PointInTime implements AutoCloseable {
  /** Longer than anything this side may stand still, a minute of SIGSTOP included. */
  static final String KEPT = "10m";

  private final Cluster cluster;
  private final Version version;
  private final String index;
  private final Work work;
  private volatile String id;

  private PointInTime(Cluster cluster, Version version, String index, Work work, String id) {
    this.cluster = cluster;
    this.version = version;
    this.index = index;
    this.work = work;
    this.id = id;
  }

  static PointInTime open(Cluster cluster, Version version, String index, Work work) {
    Request request = Request.of("POST", "/" + Request.encoded(index) + "/_pit?keep_alive=" + KEPT);
    String id = cluster.call(request, work).path("id").asText();
    return new PointInTime(cluster, version, index, work, id);
  }

  /** Reads a slice from its first document to its last. */
  void read(Slice slice, DocumentConsumer consumer) throws IOException {
    PageSize size = new PageSize();
    String after = "";
    while (true) {
      Request request =
          Request.of(
              "POST", "/_search?allow_partial_search_results=false", body(slice, size, after));
      Page page;
      try {
        page =
            size.isSmallest()
                ? LargeDocuments.alone(() -> page(request, size, consumer))
                : page(request, size, consumer);
      } catch (AnswerTooLarge e) {
        if (!size.smaller()) {
          throw tooLarge(e);
        }
        continue;
      }
      int asked = size.documents();
      work.progress().advance(page.hits());
      if (page.hits() < asked) {
        return;
      }
      after = page.lastSort();
      size.seen(page.hits(), page.bytes());
      if (!page.cursorId().isEmpty()) {
        id = page.cursorId();
      }
    }
  }

  private Page page(Request request, PageSize size, DocumentConsumer consumer) throws IOException {
    Reply reply =
        size.isSmallest()
            ? cluster.ask(request, size.limit(), work)
            : cluster.askForPortion(request, size.limit(), work);
    if (reply.hasErrorType("search_context_missing_exception")) {
      throw new PointInTimeLost("its point in time is no longer known");
    }
    if (!reply.isOk()) {
      throw cluster.failure(
          "reading index %s: %s".formatted(index, cluster.refused(request, reply).getMessage()));
    }
    try {
      Page page = Page.read(reply, consumer);
      if (page.isPartial()) {
        throw cluster.failure(
            "index %s: a shard did not answer in full; see _cluster/health, then run the same command again"
                .formatted(index));
      }
      return page;
    } catch (MalformedAnswer e) {
      throw new StoreFailure(
          cluster.side(), "%s: index %s: %s".formatted(cluster, index, e.getMessage()), e);
    }
  }

  private ObjectNode body(Slice slice, PageSize size, String after) {
    ObjectNode body = Json.object();
    body.put("size", size.documents()).put("track_total_hits", false).put("version", true);
    body.putObject("pit").put("id", id).put("keep_alive", KEPT);
    if (slice.of() > 1) {
      body.putObject("slice").put("id", slice.number()).put("max", slice.of());
    }
    body.putArray("sort").add("_shard_doc");
    if (!after.isEmpty()) {
      body.set("search_after", Json.parse(after));
    }
    if (version.isAtLeast(9, 2)) {
      body.putObject("_source").put("exclude_vectors", false);
    }
    return body;
  }

  private StoreFailure tooLarge(AnswerTooLarge cause) {
    return new StoreFailure(
        cluster.side(),
        "%s: index %s holds a document of more than %d MiB, which cannot be moved; remove it or make it smaller"
            .formatted(cluster, index, PageSize.LARGEST >> 20),
        cause);
  }

  /** Lets go of the moment; a server that cannot be asked forgets it by itself. */
  @Override
  public void close() {
    try {
      cluster.once(Request.of("DELETE", "/_pit", Json.object().put("id", id)), Cluster.LIMIT, work);
    } catch (IOException | MoveInterrupted e) {
      // It ends by its keep-alive.
    }
  }
}
