package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.stack.graph.Template;
import com.pulumi.test.PulumiTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What belongs to no resource: the outputs, and what a template says of itself. */
final class StackWide {
  private StackWide() {}

  static List<Difference> differences(
      CloudFormationSide synthesized,
      Template template,
      Recording recording,
      References references) {
    List<Difference> all = new ArrayList<>();
    Map<String, String> told = new LinkedHashMap<>();
    recording
        .outputs()
        .forEach(
            (name, value) ->
                told.put(name, references.plain(PulumiTest.extractValue(value).toString())));
    JsonNode outputs = synthesized.resolved(template.root().path("Outputs"));
    outputs
        .properties()
        .forEach(
            output -> {
              compare(
                  output.getKey(), "Value", output.getValue(), told.remove(output.getKey()), all);
              compare(output.getKey(), "Description", output.getValue(), null, all);
            });
    told.forEach(
        (name, value) ->
            all.add(new Difference("Output", name, "Value", Optional.empty(), Optional.of(value))));
    for (String section : List.of("Description", "Parameters", "Rules", "Conditions", "Mappings")) {
      JsonNode node = template.root().path(section);
      if (node.isTextual()) {
        only(section, section, node.asText(), all);
      }
      node.properties().forEach(each -> only(section, each.getKey(), each.getKey(), all));
    }
    return all;
  }

  private static void compare(
      String name, String property, JsonNode output, String told, List<Difference> all) {
    Optional<String> here = Optional.ofNullable(output.get(property)).map(JsonNode::asText);
    Optional<String> there = Optional.ofNullable(told);
    if (!here.equals(there)) {
      all.add(new Difference("Output", name, property, here, there));
    }
  }

  private static void only(String section, String name, String value, List<Difference> all) {
    all.add(new Difference(section, name, "all", Optional.of(value), Optional.empty()));
  }
}
