package com.harena.allinone.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A CloudFormation template in one fixed order: the same resources give the same text on every
 * machine.
 */
public final class Template {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final ObjectNode json;

  private Template(ObjectNode json) {
    this.json = json;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read
   * @throws UnreadableTemplateException when it is not a template
   */
  public static Template read(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file));
  }

  /**
   * Reads a text.
   *
   * @param source what messages call it
   * @throws UnreadableTemplateException when it is not a template
   */
  public static Template parse(String source, String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreadableTemplateException(
          "%s:%d:%d: not JSON: %s"
              .formatted(
                  source,
                  Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                  Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr()),
                  e.getOriginalMessage().lines().findFirst().orElse("")));
    }
    return of(source, node);
  }

  /**
   * Takes a template that is JSON already; copies it.
   *
   * @throws UnreadableTemplateException when it is not a template
   */
  public static Template of(String source, JsonNode node) {
    if (!(node instanceof ObjectNode object) || !node.path("Resources").isObject()) {
      throw new UnreadableTemplateException(
          source + ": no object Resources; allowed: a CloudFormation template in JSON");
    }
    return new Template((ObjectNode) KeyOrder.sorted(object));
  }

  /** The same template with the names of assets instead of the hashes of their content. */
  public Template withAssetNames(AssetNames names) {
    return new Template((ObjectNode) KeyOrder.sorted(names.replaceIn(json)));
  }

  /** Its resources, in the order of their logical ids. */
  public List<TemplateResource> resources() {
    List<TemplateResource> resources = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : json.get("Resources").properties()) {
      JsonNode resource = entry.getValue();
      resources.add(
          new TemplateResource(
              entry.getKey(), resource.path("Type").asText(), resource.path("Properties")));
    }
    return resources;
  }

  /** How many resources there are of each type, in the order of the types. */
  public Map<String, Long> countByType() {
    Map<String, Long> count = new TreeMap<>();
    resources().forEach(resource -> count.merge(resource.type(), 1L, Long::sum));
    return count;
  }

  /** The data volume that the template makes; empty when it makes none or adopts one. */
  public Optional<DataVolume> dataVolume() {
    return resources().stream()
        .filter(resource -> resource.type().equals("AWS::EC2::Volume"))
        .findFirst()
        .map(DataVolume::of);
  }

  /** A copy of the template as JSON. */
  public JsonNode json() {
    return json.deepCopy();
  }

  /** The template as it is committed: ordered, two spaces a level, ending in a line feed. */
  public String text() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was read cannot be written", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template && json.equals(template.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
