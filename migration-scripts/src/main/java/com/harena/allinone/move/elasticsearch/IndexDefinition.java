package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Work;
import java.util.Map;

/**
 * An index without its documents.
 *
 * @param name its name
 * @param settings those that move, flat
 * @param mappings its mappings, without a type
 * @param aliases by name, with filter, routing and so on
 */
record IndexDefinition(String name, JsonNode settings, JsonNode mappings, JsonNode aliases) {
  private static final String MARK = "allinone-";

  /** The alias that says which move made an index. */
  static String mark(String move) {
    return MARK + move;
  }

  /** Reads it from a cluster. */
  static IndexDefinition read(
      String name, Cluster cluster, ClusterFacts facts, FreezeMark frozen, Work work) {
    String path = "/" + Request.encoded(name) + "?flat_settings=true";
    return of(name, cluster.get(path, work).path(name), facts.version(), frozen);
  }

  /** What the server says of an index. */
  static IndexDefinition of(String name, JsonNode said, Version version, FreezeMark frozen) {
    ObjectNode settings = IndexSettings.portable(said.path("settings"));
    frozen.thaw(name, settings);
    JsonNode mappings = said.path("mappings");
    if (!version.isAtLeast(7, 0) && mappings.size() == 1) {
      mappings = mappings.elements().next();
    }
    ObjectNode aliases = Json.object();
    for (Map.Entry<String, JsonNode> alias : said.path("aliases").properties()) {
      if (!isMark(alias.getKey())) {
        aliases.set(alias.getKey(), alias.getValue());
      }
    }
    return new IndexDefinition(name, settings, mappings, aliases);
  }

  /** Whether an alias is such a mark, of whatever move. */
  static boolean isMark(String alias) {
    return alias.matches(MARK + "[a-z0-9]{12}");
  }

  boolean hasSource() {
    return mappings.path("_source").path("enabled").asBoolean(true);
  }

  JsonNode json() {
    ObjectNode json = Json.object().put("name", name);
    json.set("settings", settings);
    json.set("mappings", mappings);
    json.set("aliases", aliases);
    return json;
  }

  static IndexDefinition of(JsonNode json) {
    return new IndexDefinition(
        json.path("name").asText(),
        json.path("settings"),
        json.path("mappings"),
        json.path("aliases"));
  }
}
