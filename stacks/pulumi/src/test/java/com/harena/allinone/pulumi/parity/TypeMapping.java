package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One type of CloudFormation and what stands for it in Pulumi.
 *
 * @param cloudFormation the type
 * @param token Pulumi's token
 * @param attributes what {@code Ref} and {@code Fn::GetAtt} give, as a text with Pulumi's outputs
 *     in braces
 * @param rules the properties
 * @param parts tokens of further resources that are properties here, by the rules of each
 * @param document input that holds a document as a text, or an empty text
 * @param sameAsId outputs that say the same as what identifies the resource
 * @param arn the ARN as templates put it together, or an empty text
 */
record TypeMapping(
    String cloudFormation,
    String token,
    Map<String, String> attributes,
    List<PropertyRule> rules,
    Map<String, Part> parts,
    String document,
    Set<String> sameAsId,
    String arn) {

  /**
   * A resource that is a property of another in CloudFormation.
   *
   * @param of the input that names the other
   * @param rules its properties, as those of the other
   */
  record Part(String of, List<PropertyRule> rules) {}

  static TypeMapping read(String type, JsonNode row) {
    Map<String, String> attributes = new LinkedHashMap<>();
    row.path("attributes")
        .properties()
        .forEach(each -> attributes.put(each.getKey(), each.getValue().asText()));
    Map<String, Part> parts = new LinkedHashMap<>();
    row.path("parts")
        .properties()
        .forEach(
            each ->
                parts.put(
                    each.getKey(),
                    new Part(
                        each.getValue().path("of").asText(),
                        rules(each.getValue().path("properties")))));
    Set<String> same = new LinkedHashSet<>();
    row.path("sameAsId").forEach(each -> same.add(each.asText()));
    return new TypeMapping(
        type,
        row.path("pulumi").asText(),
        attributes,
        rules(row.path("properties")),
        parts,
        row.path("document").asText(),
        same,
        row.path("arn").asText());
  }

  private static List<PropertyRule> rules(JsonNode properties) {
    List<PropertyRule> rules = new ArrayList<>();
    properties
        .properties()
        .forEach(each -> rules.add(PropertyRule.parse(each.getKey(), each.getValue().asText())));
    return List.copyOf(rules);
  }

  /** Its own rules and those of its parts. */
  List<PropertyRule> allRules() {
    List<PropertyRule> all = new ArrayList<>(rules);
    parts.values().forEach(part -> all.addAll(part.rules()));
    return all;
  }
}
