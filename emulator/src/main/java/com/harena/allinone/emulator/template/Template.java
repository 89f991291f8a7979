package com.harena.allinone.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A template that was read and whose form was checked.
 *
 * @param text the text as it was given
 * @param root the whole tree
 * @param parameters its parameters
 * @param resources its resources, in its order
 * @param outputs its outputs
 */
public record Template(
    String text,
    ObjectNode root,
    Map<String, ParameterDeclaration> parameters,
    Map<String, ResourceDeclaration> resources,
    Map<String, OutputDeclaration> outputs) {

  /**
   * Reads a template.
   *
   * @throws com.harena.allinone.emulator.engine.ApiFailure if it is none, or holds something that
   *     the engine does not know
   */
  public static Template read(String text) {
    return new TemplateReader(text).read();
  }

  /** The mappings. */
  public JsonNode mappings() {
    return root.path("Mappings");
  }

  /** The conditions by name, unresolved. */
  public Map<String, JsonNode> conditions() {
    return section("Conditions");
  }

  /** The rules by name, unresolved. */
  public Map<String, JsonNode> rules() {
    return section("Rules");
  }

  /** What the template says of itself. */
  public Optional<String> description() {
    return root.has("Description")
        ? Optional.of(root.get("Description").asText())
        : Optional.empty();
  }

  private Map<String, JsonNode> section(String name) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    root.path(name).properties().forEach(each -> entries.put(each.getKey(), each.getValue()));
    return entries;
  }
}
