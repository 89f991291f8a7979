package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The settings of an index: which arrive, which wait until it is loaded, which are compared. */
final class IndexSettings {
  static final String WRITE_BLOCK = "index.blocks.write";
  static final String READ_ONLY = "index.blocks.read_only";

  private static final String BLOCKS = "index.blocks.";

  /** Given by the server to each index anew, tied to its nodes, or gone in later versions. */
  private static final List<String> LEFT_BEHIND =
      List.of(
          "archived.",
          "index.uuid",
          "index.creation_date",
          "index.version.",
          "index.provided_name",
          "index.history.uuid",
          "index.verified_before_close",
          "index.verified_read_only",
          "index.resize.",
          "index.shrink.",
          "index.routing.allocation.",
          "index.blocks.read_only_allow_delete",
          "index.store.snapshot.",
          "index.frozen",
          "index.search.throttled",
          "index.mapper.dynamic",
          "index.mapping.single_type",
          "index.soft_deletes.enabled",
          "index.translog.retention.",
          "index.lifecycle.indexing_complete",
          "index.transport_version");

  /** Would slow the load, change what is loaded, or forbid it. */
  private static final List<String> AFTER_THE_LOAD =
      List.of(
          "index.number_of_replicas",
          "index.auto_expand_replicas",
          "index.refresh_interval",
          "index.translog.durability",
          "index.default_pipeline",
          "index.final_pipeline",
          "index.lifecycle.",
          BLOCKS);

  private IndexSettings() {}

  /** Those that move, of all that the server names; a block that says no is none. */
  static ObjectNode portable(JsonNode flat) {
    ObjectNode portable = Json.object();
    for (Map.Entry<String, JsonNode> setting : flat.properties()) {
      boolean mounted =
          setting.getKey().equals("index.store.type")
              && setting.getValue().asText().equals("snapshot");
      boolean open =
          setting.getKey().startsWith(BLOCKS) && setting.getValue().asText().equals("false");
      if (!isOneOf(LEFT_BEHIND, setting.getKey()) && !mounted && !open) {
        portable.set(setting.getKey(), setting.getValue());
      }
    }
    return portable;
  }

  /** What an index is made with. */
  static ObjectNode forLoad(JsonNode portable) {
    ObjectNode settings = Json.object();
    for (Map.Entry<String, JsonNode> setting : portable.properties()) {
      if (!isOneOf(AFTER_THE_LOAD, setting.getKey())) {
        settings.set(setting.getKey(), setting.getValue());
      }
    }
    settings.put("index.number_of_replicas", "0");
    settings.put("index.auto_expand_replicas", "false");
    settings.put("index.refresh_interval", "-1");
    settings.put("index.translog.durability", "async");
    return settings;
  }

  /** What makes the index as it was, once it is loaded: its own value, or the server's default. */
  static ObjectNode afterLoad(JsonNode portable) {
    ObjectNode settings = Json.object();
    settings.putNull("index.auto_expand_replicas");
    settings.putNull("index.refresh_interval");
    settings.putNull("index.translog.durability");
    for (Map.Entry<String, JsonNode> setting : portable.properties()) {
      if (isOneOf(AFTER_THE_LOAD, setting.getKey())) {
        settings.set(setting.getKey(), setting.getValue());
      }
    }
    return settings;
  }

  private static boolean isOneOf(List<String> names, String setting) {
    return names.stream()
        .anyMatch(name -> name.endsWith(".") ? setting.startsWith(name) : setting.equals(name));
  }
}
