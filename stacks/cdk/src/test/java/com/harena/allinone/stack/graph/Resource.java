package com.harena.allinone.stack.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One resource of a template.
 *
 * @param id its logical id
 * @param body what the template says of it
 */
public record Resource(String id, JsonNode body) {
  /** Its type, such as {@code AWS::EC2::Instance}. */
  public String type() {
    return body.path("Type").asText();
  }

  /** Its properties; a missing node when it has none. */
  public JsonNode properties() {
    return body.path("Properties");
  }

  /** The logical ids that it names in {@code DependsOn}. */
  public Set<String> dependsOn() {
    Set<String> ids = new LinkedHashSet<>();
    JsonNode node = body.path("DependsOn");
    if (node.isTextual()) {
      ids.add(node.asText());
    }
    node.forEach(each -> ids.add(each.asText()));
    return ids;
  }

  /** Everything that it refers to by {@code Ref}, {@code Fn::GetAtt} and {@code Fn::Sub}. */
  public Set<Reference> references() {
    Set<Reference> references = new LinkedHashSet<>();
    for (var entry : body.properties()) {
      if (!Set.of("Type", "DependsOn", "Condition").contains(entry.getKey())) {
        references.addAll(Reference.in(entry.getValue()));
      }
    }
    return references;
  }
}
