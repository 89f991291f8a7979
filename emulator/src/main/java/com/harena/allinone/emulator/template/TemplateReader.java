package com.harena.allinone.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks the form of a template, section by section, and refuses what it does not know by name. */
final class TemplateReader {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Rules",
          "Mappings",
          "Conditions",
          "Resources",
          "Outputs");
  private static final Set<String> OBJECTS =
      Set.of("Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Type",
          "Properties",
          "DependsOn",
          "Condition",
          "Metadata",
          "DeletionPolicy",
          "UpdateReplacePolicy");
  private static final Set<String> OUTPUT_MEMBERS =
      Set.of("Value", "Description", "Condition", "Export");

  private final String text;
  private final ObjectNode root;

  TemplateReader(String text) {
    this.text = text;
    this.root = TemplateText.parse(text);
  }

  Template read() {
    sections();
    return new Template(text, root, parameters(), resources(), outputs());
  }

  private void sections() {
    if (root.has("Transform")) {
      throw ApiFailure.validation(
          "Transform "
              + root.get("Transform")
              + " is not supported by the local AWS: macros are never run; deploy the processed"
              + " template");
    }
    Set<String> unknown = new TreeSet<>();
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!SECTIONS.contains(name)) {
                unknown.add(name);
              }
            });
    if (!unknown.isEmpty()) {
      throw ApiFailure.validation(
          "Invalid template property or properties [" + String.join(", ", unknown) + "]");
    }
    JsonNode version = root.get("AWSTemplateFormatVersion");
    if (version != null && !version.asText().equals("2010-09-09")) {
      throw ApiFailure.validation(
          "Template format error: " + version + " is not a supported value.");
    }
    for (String name : OBJECTS) {
      if (root.has(name) && !root.get(name).isObject()) {
        throw format("[/" + name + "] must be an object");
      }
    }
    if (root.path("Resources").isEmpty()) {
      throw format("At least one Resources member must be defined.");
    }
  }

  private Map<String, ParameterDeclaration> parameters() {
    Map<String, ParameterDeclaration> found = new LinkedHashMap<>();
    root.path("Parameters")
        .properties()
        .forEach(
            each ->
                found.put(
                    each.getKey(), ParameterDeclaration.read(each.getKey(), each.getValue())));
    return found;
  }

  private Map<String, ResourceDeclaration> resources() {
    Map<String, ResourceDeclaration> found = new LinkedHashMap<>();
    root.get("Resources")
        .properties()
        .forEach(each -> found.put(each.getKey(), resource(each.getKey(), each.getValue())));
    return found;
  }

  private ResourceDeclaration resource(String id, JsonNode node) {
    if (id.startsWith("Fn::")) {
      throw format("Fn::ForEach needs a macro, which the local AWS never runs: " + id);
    }
    if (!id.matches("[a-zA-Z0-9]{1,255}")) {
      throw format("Resource name " + id + " is non alphanumeric.");
    }
    if (!node.isObject()) {
      throw format("[/Resources/" + id + "] resource definition is malformed");
    }
    if (!node.path("Type").isTextual()) {
      throw format("[/Resources/" + id + "] Every Resources object must contain a Type member.");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!ATTRIBUTES.contains(name)) {
                throw ApiFailure.validation(
                    "Invalid template resource property '" + name + "' of resource " + id);
              }
            });
    return new ResourceDeclaration(
        id,
        node.get("Type").asText(),
        object(id, node, "Properties"),
        dependsOn(id, node.path("DependsOn")),
        text(node, "Condition", "/Resources/" + id),
        object(id, node, "Metadata"),
        policy(id, node, "DeletionPolicy", defaultPolicy(node)),
        policy(id, node, "UpdateReplacePolicy", Policy.DELETE));
  }

  /** Databases without a cluster keep a snapshot unless the template says otherwise. */
  private static Policy defaultPolicy(JsonNode node) {
    String type = node.get("Type").asText();
    boolean snapshot =
        type.equals("AWS::RDS::DBCluster")
            || (type.equals("AWS::RDS::DBInstance")
                && !node.path("Properties").has("DBClusterIdentifier"));
    return snapshot ? Policy.SNAPSHOT : Policy.DELETE;
  }

  private static ObjectNode object(String id, JsonNode node, String name) {
    if (!node.has(name)) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (node.get(name) instanceof ObjectNode object) {
      return object;
    }
    throw format("[/Resources/" + id + "/" + name + "] " + name + " must be an object");
  }

  private static List<String> dependsOn(String id, JsonNode node) {
    List<String> names = new ArrayList<>();
    if (node.isTextual()) {
      names.add(node.asText());
    } else if (node.isArray()) {
      node.forEach(
          each -> {
            if (!each.isTextual()) {
              throw format("[/Resources/" + id + "/DependsOn] must hold logical ids, not " + each);
            }
            names.add(each.asText());
          });
    } else if (!node.isMissingNode()) {
      throw format("[/Resources/" + id + "/DependsOn] must be a logical id or a list of them");
    }
    return names;
  }

  private static Policy policy(String id, JsonNode node, String name, Policy otherwise) {
    if (!node.has(name)) {
      return otherwise;
    }
    Optional<Policy> policy = Policy.of(node.get(name).asText());
    if (policy.isEmpty()
        || (name.equals("UpdateReplacePolicy") && policy.get() == Policy.RETAIN_EXCEPT_ON_CREATE)) {
      throw format("Unrecognized " + name + " " + node.get(name) + " for resource " + id);
    }
    return policy.get();
  }

  private Map<String, OutputDeclaration> outputs() {
    Map<String, OutputDeclaration> found = new LinkedHashMap<>();
    root.path("Outputs")
        .properties()
        .forEach(each -> found.put(each.getKey(), output(each.getKey(), each.getValue())));
    return found;
  }

  private static OutputDeclaration output(String key, JsonNode node) {
    if (!key.matches("[a-zA-Z0-9]{1,255}")) {
      throw format("Output name " + key + " is non alphanumeric.");
    }
    if (!node.isObject() || !node.has("Value")) {
      throw format("Output " + key + " is malformed: it must have a Value");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!OUTPUT_MEMBERS.contains(name)) {
                throw ApiFailure.validation(
                    "Invalid template output property '" + name + "' of output " + key);
              }
            });
    Optional<JsonNode> export = Optional.empty();
    if (node.has("Export")) {
      if (node.get("Export").size() != 1 || !node.get("Export").has("Name")) {
        throw format("Output " + key + " is malformed: Export must have a Name alone");
      }
      export = Optional.of(node.get("Export").get("Name"));
    }
    return new OutputDeclaration(
        key,
        node.get("Value"),
        text(node, "Description", "/Outputs/" + key),
        text(node, "Condition", "/Outputs/" + key),
        export);
  }

  private static Optional<String> text(JsonNode node, String name, String where) {
    if (!node.has(name)) {
      return Optional.empty();
    }
    if (!node.get(name).isTextual()) {
      throw format("[" + where + "/" + name + "] must be a text");
    }
    return Optional.of(node.get(name).asText());
  }

  private static ApiFailure format(String message) {
    return ApiFailure.validation("Template format error: " + message);
  }
}
