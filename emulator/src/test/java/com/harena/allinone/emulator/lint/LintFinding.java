package com.harena.allinone.emulator.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Something that cfn-lint says of a template.
 *
 * @param rule the rule's id, such as {@code E1152}
 * @param place where in the template, its names with slashes between them
 * @param message what it says
 */
record LintFinding(String rule, String place, String message) {
  /** One of the list that cfn-lint prints as JSON. */
  static LintFinding of(JsonNode json) {
    String place =
        StreamSupport.stream(json.at("/Location/Path").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("/"));
    return new LintFinding(json.at("/Rule/Id").asText(), place, json.path("Message").asText());
  }
}
