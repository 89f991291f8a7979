package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Puts one index of a backup on the new cluster, from nothing. */
final class IndexImport {
  private final Cluster cluster;
  private final BackupFolder folder;

  IndexImport(Cluster cluster, BackupFolder folder) {
    this.cluster = cluster;
    this.folder = folder;
  }

  /** Makes it, loads it, counts it; only then it gets the settings and aliases it had. */
  void restore(IndexBackup index, Work work) throws IOException {
    String name = index.definition().name();
    deleteOurs(name, work);
    create(index.definition(), work);
    documents(folder.documents(index), name, work);
    String path = "/" + Request.encoded(name);
    long count = cluster.get(path + "/_count", work).path("count").asLong();
    if (count != index.documents()) {
      throw cluster.failure(
          "index %s has %d documents after the load, the backup has %d; see whether something else writes to it, then run the same command again"
              .formatted(name, count, index.documents()));
    }
    cluster.call(Request.of("POST", path + "/_flush"), work);
    alias(index.definition(), work);
    JsonNode settings = IndexSettings.afterLoad(index.definition().settings());
    cluster.call(Request.of("PUT", path + "/_settings", settings), work);
  }

  /** Loads the documents of these files into an index that is there, and makes them seen. */
  void documents(List<Path> files, String name, Work work) throws IOException {
    try (BulkFileReader members = new BulkFileReader(files)) {
      new BulkLoader(cluster, name, work).load(members);
    }
    cluster.call(Request.of("POST", "/" + Request.encoded(name) + "/_refresh"), work);
  }

  /** A half-loaded index of this move goes; anything else stays and stops the move. */
  void deleteOurs(String name, Work work) {
    Request request = Request.get("/" + Request.encoded(name) + "/_alias");
    Reply reply = cluster.ask(request, work);
    if (reply.status() == 404) {
      return;
    }
    if (!reply.isOk()) {
      throw cluster.refused(request, reply);
    }
    JsonNode aliases = cluster.json(request, reply).path(name).path("aliases");
    if (!aliases.has(IndexDefinition.mark(work.move()))) {
      throw cluster.failure(
          "index %s is there already, and not by this move; delete it or choose an empty cluster"
              .formatted(name));
    }
    new ReadOnlyIndex(cluster, name, work).delete();
  }

  /** Makes an index with no document, marked as this move's. */
  void create(IndexDefinition index, Work work) {
    ObjectNode body = Json.object();
    body.set("settings", IndexSettings.forLoad(index.settings()));
    body.set("mappings", index.mappings());
    body.putObject("aliases").putObject(IndexDefinition.mark(work.move())).put("is_hidden", true);
    Request request = Request.of("PUT", "/" + Request.encoded(index.name()), body);
    Reply reply = cluster.ask(request, work);
    boolean lostAnswer = reply.hasErrorType("resource_already_exists_exception");
    if (!reply.isOk() && !lostAnswer) {
      throw cluster.refused(request, reply);
    }
  }

  private void alias(IndexDefinition index, Work work) {
    if (index.aliases().isEmpty()) {
      return;
    }
    ObjectNode body = Json.object();
    ArrayNode actions = body.putArray("actions");
    for (Map.Entry<String, JsonNode> alias : index.aliases().properties()) {
      ObjectNode add = actions.addObject().putObject("add");
      add.put("index", index.name()).put("alias", alias.getKey());
      alias.getValue().properties().forEach(entry -> add.set(entry.getKey(), entry.getValue()));
    }
    cluster.call(Request.of("POST", "/_aliases", body), work);
  }
}
