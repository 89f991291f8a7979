package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup holds besides its indices.
 *
 * @param version of the cluster it was taken from
 * @param indices names of the indices, in the order in which they are restored
 * @param streams its data streams
 * @param definitions templates, pipelines and the like
 */
record ClusterBackup(
    String version,
    List<String> indices,
    List<DataStream> streams,
    Map<Kind, SortedMap<String, JsonNode>> definitions) {
  ClusterBackup {
    indices = List.copyOf(indices);
    streams = List.copyOf(streams);
  }

  JsonNode json() {
    ObjectNode json = Json.object().put("version", version);
    ArrayNode names = json.putArray("indices");
    indices.forEach(names::add);
    json.set("streams", Json.MAPPER.valueToTree(streams));
    ObjectNode kinds = json.putObject("definitions");
    definitions.forEach((kind, named) -> kinds.set(kind.name(), Json.object().setAll(named)));
    return json;
  }

  static ClusterBackup of(JsonNode json) {
    List<String> indices = new ArrayList<>();
    json.path("indices").forEach(name -> indices.add(name.asText()));
    List<DataStream> streams = new ArrayList<>();
    for (JsonNode stream : json.path("streams")) {
      streams.add(Json.MAPPER.convertValue(stream, DataStream.class));
    }
    Map<Kind, SortedMap<String, JsonNode>> definitions = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      SortedMap<String, JsonNode> named = new TreeMap<>();
      json.path("definitions")
          .path(kind.name())
          .properties()
          .forEach(entry -> named.put(entry.getKey(), entry.getValue()));
      definitions.put(kind, named);
    }
    return new ClusterBackup(json.path("version").asText(), indices, streams, definitions);
  }
}
