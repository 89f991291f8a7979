package com.harena.allinone.emulator.handler.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import java.util.List;
import java.util.Map;

/** Lists that a template writes as an object with {@code Items}, as CloudFront's API does. */
final class Wrapped {
  private Wrapped() {}

  /** What is told, with lists wrapped where the template wraps them. */
  static ObjectNode like(ObjectNode template, ObjectNode told) {
    ObjectNode copy = told.deepCopy();
    for (Map.Entry<String, JsonNode> member : told.properties()) {
      if (template.get(member.getKey()) instanceof ObjectNode inner) {
        copy.set(member.getKey(), value(inner, member.getValue()));
      }
    }
    return copy;
  }

  private static JsonNode value(ObjectNode template, JsonNode told) {
    if (told.isArray() && Json.outside(template, List.of("Items")).isEmpty()) {
      return Json.object().set("Items", told);
    }
    return told instanceof ObjectNode object ? like(template, object) : told;
  }
}
