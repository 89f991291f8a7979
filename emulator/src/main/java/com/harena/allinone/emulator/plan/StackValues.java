package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.ParameterSource;
import com.harena.allinone.emulator.intrinsic.Scope;
import com.harena.allinone.emulator.template.Parameters;
import java.util.Map;
import java.util.Optional;

/** Everything that intrinsic functions of one stack may ask for. */
final class StackValues implements Scope {
  private final Parameters parameters;
  private final Map<String, JsonNode> pseudo;
  private final JsonNode mappings;
  private final Evaluation evaluation;
  private final ResourceValues resources;
  private final ParameterSource source;

  StackValues(Evaluation evaluation, ResourceValues resources, ParameterSource source) {
    this.parameters = evaluation.parameters();
    this.pseudo = evaluation.pseudo();
    this.mappings = evaluation.template().mappings();
    this.evaluation = evaluation;
    this.resources = resources;
    this.source = source;
  }

  @Override
  public JsonNode reference(String name) {
    if (pseudo.containsKey(name)) {
      return pseudo.get(name);
    }
    return parameters.has(name) ? parameters.reference(name) : resources.reference(name);
  }

  @Override
  public JsonNode attribute(String logicalId, String attribute) {
    return resources.attribute(logicalId, attribute);
  }

  @Override
  public boolean condition(String name) {
    return evaluation.holds(name);
  }

  @Override
  public JsonNode mappings() {
    return mappings;
  }

  @Override
  public String region() {
    return pseudo.get("AWS::Region").asText();
  }

  @Override
  public Optional<String> export(String name) {
    return evaluation.export(name);
  }

  @Override
  public String dynamic(String reference) {
    String name = reference.substring(reference.indexOf(':') + 1);
    int colon = name.lastIndexOf(':');
    try {
      Optional<String> value =
          colon > 0 && name.substring(colon + 1).matches("[0-9]{1,18}")
              ? source.version(name.substring(0, colon), Long.parseLong(name.substring(colon + 1)))
              : source.plain(name);
      return value.orElseThrow(
          () -> ApiFailure.validation("Parameters: [ssm:" + name + "] cannot be found."));
    } catch (IllegalArgumentException e) {
      throw ApiFailure.validation(e.getMessage());
    }
  }

  @Override
  public JsonNode allOfType(String parameterType) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    for (String key : parameters.ofType(parameterType)) {
      JsonNode value = parameters.reference(key);
      if (value.isArray()) {
        value.forEach(values::add);
      } else {
        values.add(value);
      }
    }
    return values;
  }
}
