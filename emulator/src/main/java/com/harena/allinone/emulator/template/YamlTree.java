package com.harena.allinone.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML; {@code !Ref}, {@code !Sub} and the other short forms become their long forms. */
final class YamlTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 200;

  private YamlTree() {}

  static JsonNode parse(String text) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(50);
      options.setCodePointLimit(4 * 1024 * 1024);
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      return root == null ? NODES.nullNode() : convert(root, 0);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
      throw ApiFailure.validation(
          "Template format error: YAML not well-formed. (line "
              + line
              + ", column "
              + column
              + ")");
    } catch (YAMLException e) {
      throw ApiFailure.validation("Template format error: YAML not well-formed.");
    }
  }

  private static JsonNode convert(Node node, int depth) {
    if (depth > DEEPEST) {
      throw ApiFailure.validation(
          "Template format error: nested deeper than " + DEEPEST + " levels");
    }
    String tag = node.getTag().getValue();
    JsonNode plain = plain(node, depth);
    return tag.startsWith("!") && tag.length() > 1 ? function(tag.substring(1), plain) : plain;
  }

  private static JsonNode plain(Node node, int depth) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = NODES.objectNode();
      for (NodeTuple entry : mapping.getValue()) {
        String key = key(entry.getKeyNode());
        if (object.has(key)) {
          throw ApiFailure.validation(
              "Template format error: duplicate key "
                  + key
                  + " (line "
                  + (entry.getKeyNode().getStartMark().getLine() + 1)
                  + ")");
        }
        object.set(key, convert(entry.getValueNode(), depth + 1));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = NODES.arrayNode();
      sequence.getValue().forEach(each -> array.add(convert(each, depth + 1)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static String key(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw ApiFailure.validation("Template format error: YAML keys must be single values");
  }

  /** Dates stay texts, as the versions of templates and policies are. */
  private static JsonNode scalar(ScalarNode node) {
    String value = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return NODES.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      String word = value.toLowerCase(Locale.ROOT);
      return NODES.booleanNode(word.equals("true") || word.equals("yes") || word.equals("on"));
    }
    try {
      if (tag.equals(Tag.INT) && value.matches("[-+]?(0|[1-9][0-9]*)")) {
        return NODES.numberNode(new BigInteger(value));
      }
      if (tag.equals(Tag.FLOAT)) {
        return NODES.numberNode(new BigDecimal(value));
      }
    } catch (NumberFormatException e) {
      return TextNode.valueOf(value);
    }
    return TextNode.valueOf(value);
  }

  private static JsonNode function(String name, JsonNode argument) {
    String key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    JsonNode value = argument;
    if (name.equals("GetAtt") && argument.isTextual()) {
      String text = argument.asText();
      int dot = text.indexOf('.');
      value =
          dot < 0
              ? NODES.arrayNode().add(text)
              : NODES.arrayNode().add(text.substring(0, dot)).add(text.substring(dot + 1));
    }
    return NODES.objectNode().set(key, value);
  }
}
