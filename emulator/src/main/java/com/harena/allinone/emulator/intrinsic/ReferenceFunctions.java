package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import java.util.Map;

/** Functions that fetch a value from elsewhere. */
final class ReferenceFunctions {
  static final Map<String, Function> ALL =
      Map.of(
          "Ref", ReferenceFunctions::reference,
          "Fn::GetAtt", ReferenceFunctions::attribute,
          "Fn::ImportValue", ReferenceFunctions::importValue,
          "Fn::FindInMap", ReferenceFunctions::findInMap);

  private ReferenceFunctions() {}

  private static JsonNode reference(JsonNode argument, Resolver resolver) {
    if (!argument.isTextual()) {
      throw Resolver.fault("Ref", "must name a parameter or a resource, not " + argument);
    }
    return argument.asText().equals("AWS::NoValue")
        ? MissingNode.getInstance()
        : resolver.scope().reference(argument.asText());
  }

  private static JsonNode attribute(JsonNode argument, Resolver resolver) {
    AttributeName name = AttributeName.of(argument);
    String attribute = resolver.text(name.attribute(), "Fn::GetAtt");
    return resolver.scope().attribute(name.logicalId(), attribute);
  }

  private static JsonNode importValue(JsonNode argument, Resolver resolver) {
    String name = resolver.text(argument, "Fn::ImportValue");
    if (name.contains(Unknown.TEXT)) {
      throw Resolver.fault("Fn::ImportValue", "cannot depend on resources, imports, or GetAtt");
    }
    return TextNode.valueOf(
        resolver
            .scope()
            .export(name)
            .orElseThrow(() -> ApiFailure.validation("No export named " + name + " found")));
  }

  private static JsonNode findInMap(JsonNode argument, Resolver resolver) {
    if (!argument.isArray() || argument.size() != 3) {
      throw Resolver.fault("Fn::FindInMap", "object requires three elements");
    }
    String map = resolver.text(argument.get(0), "Fn::FindInMap");
    String first = resolver.text(argument.get(1), "Fn::FindInMap");
    String second = resolver.text(argument.get(2), "Fn::FindInMap");
    JsonNode mapping = resolver.scope().mappings().path(map);
    if (mapping.isMissingNode()) {
      throw ApiFailure.validation(
          "Template error: Mapping named '"
              + map
              + "' is not present in the 'Mappings' section of template.");
    }
    JsonNode value = mapping.path(first).path(second);
    if (value.isMissingNode()) {
      throw ApiFailure.validation(
          "Template error: Unable to get mapping for " + map + "::" + first + "::" + second);
    }
    return value;
  }
}
