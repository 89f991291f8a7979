package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.pulumi.asset.AssetOrArchive;
import com.pulumi.asset.AssetOrArchive.AssetOrArchiveInternal;
import com.pulumi.asset.FileArchive;
import com.pulumi.asset.FileAsset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the program gives a resource, as a document. */
final class Inputs {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Inputs() {}

  static ObjectNode of(Map<String, Object> inputs) {
    return (ObjectNode) node(inputs);
  }

  private static JsonNode node(Object value) {
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((name, each) -> object.set(name.toString(), node(each)));
      object.properties().removeIf(each -> each.getValue().isNull());
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(each -> array.add(node(each)));
      return array;
    }
    if (value instanceof AssetOrArchive asset) {
      Object held = AssetOrArchiveInternal.from(asset).getValue();
      boolean file = asset instanceof FileAsset || asset instanceof FileArchive;
      return file
          ? TextNode.valueOf(Path.of(held.toString()).getFileName().toString())
          : node(held);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Inputs::node).orElse(NullNode.getInstance());
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    if (value instanceof Number number) {
      double exact = number.doubleValue();
      return exact == Math.rint(exact)
          ? NODES.numberNode(number.longValue())
          : NODES.numberNode(exact);
    }
    return value == null ? NullNode.getInstance() : TextNode.valueOf(value.toString());
  }

  /** The same document with every text changed. */
  static JsonNode withTexts(JsonNode node, java.util.function.UnaryOperator<String> change) {
    if (node.isObject()) {
      ObjectNode object = NODES.objectNode();
      node.properties()
          .forEach(each -> object.set(each.getKey(), withTexts(each.getValue(), change)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(each -> array.add(withTexts(each, change)));
      return array;
    }
    return node.isTextual() ? TextNode.valueOf(change.apply(node.asText())) : node;
  }
}
