package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.Item;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What is proven to have arrived, as items of an inventory. */
final class Items {
  static final String INDEX = "index";
  static final String SETTINGS = "index settings";
  static final String MAPPINGS = "index mappings";
  static final String ALIAS = "alias";
  static final String STREAM = "data stream";

  private Items() {}

  static Item documents(String index, HashSum sum) {
    return documents(index, sum.count(), sum.checksum());
  }

  static Item documents(String index, long count, String checksum) {
    return new Item(INDEX, index, count, checksum, "");
  }

  /** Settings, mappings and each alias of an index. */
  static List<Item> of(IndexDefinition index) {
    List<Item> items = new ArrayList<>();
    items.add(definition(SETTINGS, index.name(), index.settings()));
    items.add(definition(MAPPINGS, index.name(), index.mappings()));
    for (Map.Entry<String, JsonNode> alias : index.aliases().properties()) {
      items.add(definition(ALIAS, alias.getKey() + " of " + index.name(), alias.getValue()));
    }
    return items;
  }

  static List<Item> of(Map<Kind, SortedMap<String, JsonNode>> definitions) {
    List<Item> items = new ArrayList<>();
    definitions.forEach(
        (kind, named) ->
            named.forEach((name, json) -> items.add(definition(kind.word(), name, json))));
    return items;
  }

  static List<Item> of(List<DataStream> streams) {
    return streams.stream()
        .map(stream -> definition(STREAM, stream.name(), Json.MAPPER.valueToTree(stream)))
        .toList();
  }

  private static Item definition(String kind, String name, JsonNode json) {
    String canonical = Json.canonical(json);
    return new Item(kind, name, 1, sha256(canonical), canonical);
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
