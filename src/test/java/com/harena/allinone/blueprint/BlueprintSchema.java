package com.harena.allinone.blueprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.harena.allinone.blueprint.shape.KeyShape;
import com.harena.allinone.blueprint.shape.ListShape;
import com.harena.allinone.blueprint.shape.MapShape;
import com.harena.allinone.blueprint.shape.ScalarForm;
import com.harena.allinone.blueprint.shape.SectionShape;
import com.harena.allinone.blueprint.shape.Shape;
import com.harena.allinone.blueprint.shape.Shapes;
import com.harena.allinone.blueprint.shape.WholeNumber;

/**
 * Writes the JSON Schema of the blueprint from the shapes that the loader follows. Draft 7, which
 * every YAML language server reads.
 */
final class BlueprintSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final YAMLMapper YAML = new YAMLMapper();

  private BlueprintSchema() {}

  static String text() throws JsonProcessingException {
    ObjectNode root = NODES.objectNode();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("title", "Blueprint of an application on one instance");
    root.setAll(section(Shapes.of(Blueprint.class)));
    return new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(root)
            .replace(System.lineSeparator(), "\n")
        + "\n";
  }

  private static ObjectNode section(SectionShape section) throws JsonProcessingException {
    ObjectNode node = NODES.objectNode().put("type", "object");
    ObjectNode properties = NODES.objectNode();
    for (KeyShape key : section.keys()) {
      properties.set(key.name(), key(key));
    }
    node.set("properties", properties);
    if (section.keys().stream().anyMatch(KeyShape::required)) {
      section.keys().stream()
          .filter(KeyShape::required)
          .forEach(key -> node.withArray("required").add(key.name()));
    }
    return node.put("additionalProperties", false);
  }

  private static ObjectNode key(KeyShape key) throws JsonProcessingException {
    ObjectNode node = NODES.objectNode();
    node.put("description", description(key));
    if (key.hasDefault()) {
      node.set("default", YAML.readValue(key.setting().defaultValue(), JsonNode.class));
    }
    node.setAll(shape(key.shape()));
    return node;
  }

  private static String description(KeyShape key) {
    String meaning = key.setting().value();
    return key.shape() instanceof ScalarForm form
        ? meaning + ". Allowed: " + form.allowed()
        : meaning;
  }

  private static ObjectNode shape(Shape shape) throws JsonProcessingException {
    if (shape instanceof SectionShape section) {
      return section(section);
    } else if (shape instanceof ListShape list) {
      ObjectNode node = NODES.objectNode().put("type", "array").put("uniqueItems", true);
      node.set("items", scalar(list.element()));
      return node;
    } else if (shape instanceof MapShape map) {
      ObjectNode node = NODES.objectNode().put("type", "object");
      map.key()
          .pattern()
          .ifPresent(
              pattern ->
                  node.set("propertyNames", NODES.objectNode().put("pattern", whole(pattern))));
      node.set("additionalProperties", scalar(map.value()));
      return node;
    }
    return scalar((ScalarForm) shape);
  }

  private static ObjectNode scalar(ScalarForm form) {
    ObjectNode node = NODES.objectNode();
    switch (form.kind()) {
      case TEXT -> node.put("type", "string");
      case ANY -> node.putArray("type").add("string").add("number").add("boolean");
      case WHOLE_NUMBER -> node.put("type", "integer");
      case TRUTH -> node.put("type", "boolean");
    }
    if (form instanceof WholeNumber number) {
      node.put("minimum", number.smallest()).put("maximum", number.largest());
    }
    form.pattern().ifPresent(pattern -> node.put("pattern", whole(pattern)));
    form.choices().forEach(choice -> node.withArray("enum").add(choice));
    return node;
  }

  private static String whole(String pattern) {
    return "^(" + pattern + ")$";
  }
}
