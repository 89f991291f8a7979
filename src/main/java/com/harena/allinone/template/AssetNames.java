package com.harena.allinone.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names of a stack's assets by the hash of their content. A review reads the name: the hash
 * changes with each build of what the asset holds.
 *
 * @param byHash name by hash, in the order of the file
 */
public record AssetNames(Map<String, String> byHash) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the names. */
  public AssetNames {
    byHash = Collections.unmodifiableMap(new LinkedHashMap<>(byHash));
  }

  /** No assets. */
  public static AssetNames none() {
    return new AssetNames(Map.of());
  }

  /**
   * Reads a {@code <stack>.assets.json} of a cloud assembly. An asset that is a file is known by
   * the CDK's hash and by the SHA-256 of its content, under which the stack itself refers to it.
   */
  public static AssetNames read(Path assetsFile) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Map.Entry<String, JsonNode> file :
        JSON.readTree(assetsFile.toFile()).path("files").properties()) {
      String name = file.getValue().path("displayName").asText("asset");
      int number = seen.merge(name, 1, Integer::sum);
      String unique = number == 1 ? name : name + " " + number;
      names.put(file.getKey(), unique);
      Path content = assetsFile.resolveSibling(file.getValue().at("/source/path").asText());
      if (Files.isRegularFile(content)) {
        names.put(Sha256.of(content), unique);
      }
    }
    return new AssetNames(names);
  }

  /** A copy of the tree in which {@code <asset NAME>} stands for each hash. */
  JsonNode replaceIn(JsonNode node) {
    if (node instanceof ObjectNode) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(entry -> object.set(replaceIn(entry.getKey()), replaceIn(entry.getValue())));
      return object;
    }
    if (node instanceof ArrayNode) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(replaceIn(element)));
      return array;
    }
    return node.isTextual() ? JsonNodeFactory.instance.textNode(replaceIn(node.asText())) : node;
  }

  private String replaceIn(String text) {
    String replaced = text;
    for (Map.Entry<String, String> asset : byHash.entrySet()) {
      replaced = replaced.replace(asset.getKey(), "<asset " + asset.getValue() + ">");
    }
    return replaced;
  }
}
