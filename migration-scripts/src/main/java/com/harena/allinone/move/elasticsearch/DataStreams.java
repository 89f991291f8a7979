package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Work;
import java.util.List;

/**
 * Makes data streams of backing indices that were loaded like any other: an alias of the stream's
 * name with its write index, which the server then turns into the stream.
 */
final class DataStreams {
  private static final String PIECE = "stream:";

  private final Cluster cluster;

  DataStreams(Cluster cluster) {
    this.cluster = cluster;
  }

  void restore(ClusterBackup backup, Work work) {
    for (DataStream stream : backup.streams()) {
      if (work.checkpoints().find(PIECE + stream.name()).isPresent()) {
        continue;
      }
      if (!exists(stream.name(), work)) {
        cluster.call(Request.of("POST", "/_aliases", aliases(stream, work.move())), work);
        cluster.call(
            Request.of("POST", "/_data_stream/_migrate/" + Request.encoded(stream.name())), work);
      }
      work.checkpoints().done(PIECE + stream.name(), Integer.toString(stream.indices().size()));
    }
  }

  /** The mark of the move goes, for a stream's index may have no alias of its own. */
  private static ObjectNode aliases(DataStream stream, String move) {
    ObjectNode body = Json.object();
    ArrayNode actions = body.putArray("actions");
    String last = stream.indices().get(stream.indices().size() - 1);
    for (String index : stream.indices()) {
      ObjectNode add = actions.addObject().putObject("add");
      add.put("index", index).put("alias", stream.name());
      add.put("is_write_index", index.equals(last)).put("is_hidden", stream.hidden());
      ObjectNode remove = actions.addObject().putObject("remove");
      remove.put("index", index).put("alias", IndexDefinition.mark(move)).put("must_exist", false);
    }
    return body;
  }

  private boolean exists(String stream, Work work) {
    Request request = Request.get("/_data_stream/" + Request.encoded(stream));
    Reply reply = cluster.ask(request, work);
    if (!reply.isOk() && reply.status() != 404) {
      throw cluster.refused(request, reply);
    }
    return reply.isOk();
  }

  /** Deletes those of this move, with their indices. */
  void clear(List<DataStream> present, Work work) {
    for (DataStream stream : present) {
      if (work.checkpoints().find(PIECE + stream.name()).isPresent()) {
        stream.indices().forEach(index -> work.checkpoints().forget("index:" + index));
        work.checkpoints().forget(PIECE + stream.name());
        cluster.call(Request.of("DELETE", "/_data_stream/" + Request.encoded(stream.name())), work);
      }
    }
  }
}
