package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.harena.allinone.stack.graph.Reference;
import com.harena.allinone.stack.graph.Resource;
import com.harena.allinone.stack.graph.Template;
import com.harena.allinone.stack.graph.TemplateGraph;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template's resources, every intrinsic function resolved. */
final class CloudFormationSide {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!{}][^{}]*)}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final References references;
  private final Map<String, String> pseudo;

  CloudFormationSide(References references) {
    this.references = references;
    pseudo =
        Map.of(
            "AWS::Region", references.region(),
            "AWS::Partition", "aws",
            "AWS::AccountId", "123456789012");
  }

  List<Normalized> resources(Template template) {
    TemplateGraph graph = TemplateGraph.of(template);
    List<Normalized> all = new ArrayList<>();
    for (Resource resource : template.resources().values()) {
      JsonNode properties = resolved(resource.properties());
      all.add(
          new Normalized(
              resource.type(),
              resource.id(),
              properties.isObject() ? (ObjectNode) properties : NODES.objectNode(),
              Map.of(),
              kept(resource.body()),
              new TreeSet<>(graph.needs(resource.id()))));
    }
    return all;
  }

  private static String kept(JsonNode body) {
    boolean deleted = body.path("DeletionPolicy").asText().startsWith("Retain");
    boolean replaced = body.path("UpdateReplacePolicy").asText().startsWith("Retain");
    return deleted && replaced ? "kept" : deleted || replaced ? "kept in part" : "";
  }

  /** A value with its references told in words. */
  JsonNode resolved(JsonNode node) {
    if (Reference.isIntrinsic(node)) {
      return TextNode.valueOf(text(node));
    }
    if (node.isObject()) {
      ObjectNode object = NODES.objectNode();
      node.properties().forEach(each -> object.set(each.getKey(), resolved(each.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(each -> array.add(resolved(each)));
      return array;
    }
    return node;
  }

  private String text(JsonNode node) {
    if (!node.isObject()) {
      return node.asText();
    }
    Map.Entry<String, JsonNode> function = node.properties().iterator().next();
    JsonNode argument = function.getValue();
    return switch (function.getKey()) {
      case "Ref" -> named(argument.asText(), "Ref");
      case "Fn::GetAtt" -> named(argument.get(0).asText(), argument.get(1).asText());
      case "Fn::Join" -> joined(argument);
      case "Fn::Sub" -> substituted(argument);
      case "Fn::Base64" ->
          Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8));
      default -> throw new AssertionError("an intrinsic function that is not known: " + node);
    };
  }

  private String named(String name, String attribute) {
    String known = pseudo.get(name);
    return known == null ? references.given(name, attribute) : known;
  }

  private String joined(JsonNode argument) {
    List<String> parts = new ArrayList<>();
    JsonNode list = argument.get(1);
    if (Reference.isIntrinsic(list, "Fn::Split")) {
      JsonNode split = list.get("Fn::Split");
      parts.addAll(List.of(text(split.get(1)).split(Pattern.quote(split.get(0).asText()), -1)));
    } else {
      list.forEach(each -> parts.add(text(each)));
    }
    return String.join(argument.get(0).asText(), parts);
  }

  private String substituted(JsonNode argument) {
    JsonNode text = argument.isArray() ? argument.get(0) : argument;
    JsonNode variables = argument.isArray() ? argument.path(1) : NODES.objectNode();
    return VARIABLE
        .matcher(text.asText())
        .replaceAll(
            variable -> {
              String name = variable.group(1);
              Reference reference = Reference.parse(name);
              return Matcher.quoteReplacement(
                  variables.has(name)
                      ? text(variables.get(name))
                      : named(reference.target(), reference.attribute().orElse("Ref")));
            });
  }
}
