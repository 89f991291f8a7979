package com.harena.allinone.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.yaml.YamlMapping;
import com.harena.allinone.blueprint.yaml.YamlNode;
import com.harena.allinone.blueprint.yaml.YamlScalar;
import com.harena.allinone.blueprint.yaml.YamlSequence;
import java.math.BigDecimal;

/** A file as a YAML language server sees it: the core schema of YAML 1.2, where yes is a text. */
final class EditorsView {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EditorsView() {}

  static JsonNode of(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = NODES.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
      return object;
    } else if (node instanceof YamlSequence sequence) {
      ArrayNode array = NODES.arrayNode();
      sequence.elements().forEach(element -> array.add(of(element)));
      return array;
    }
    YamlScalar scalar = (YamlScalar) node;
    if (scalar.isNull()) {
      return NODES.nullNode();
    } else if (scalar.isTruth()) {
      return NODES.booleanNode(scalar.text().equalsIgnoreCase("true"));
    } else if (scalar.isNumber()) {
      return NODES.numberNode(new BigDecimal(scalar.text()));
    }
    return NODES.textNode(scalar.text());
  }
}
