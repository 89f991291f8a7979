package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An index in a backup.
 *
 * @param definition all but its documents
 * @param documents how many were written
 * @param checksum sum of their hashes
 * @param slices files that they are in
 */
record IndexBackup(IndexDefinition definition, long documents, String checksum, int slices) {
  JsonNode json() {
    ObjectNode json = Json.object();
    json.put("documents", documents).put("checksum", checksum).put("slices", slices);
    json.set("definition", definition.json());
    return json;
  }

  static IndexBackup of(JsonNode json) {
    return new IndexBackup(
        IndexDefinition.of(json.path("definition")),
        json.path("documents").asLong(),
        json.path("checksum").asText(),
        json.path("slices").asInt());
  }
}
