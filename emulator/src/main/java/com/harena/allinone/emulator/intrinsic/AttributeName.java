package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The argument of {@code Fn::GetAtt}.
 *
 * @param logicalId the resource
 * @param attribute the attribute, which may itself be a {@code Ref}
 */
record AttributeName(String logicalId, JsonNode attribute) {
  static AttributeName of(JsonNode argument) {
    if (argument.isTextual() && argument.asText().indexOf('.') > 0) {
      String text = argument.asText();
      int dot = text.indexOf('.');
      return new AttributeName(text.substring(0, dot), TextNode.valueOf(text.substring(dot + 1)));
    }
    if (argument.isArray() && argument.size() >= 2 && argument.get(0).isTextual()) {
      if (argument.size() == 2) {
        return new AttributeName(argument.get(0).asText(), argument.get(1));
      }
      StringBuilder joined = new StringBuilder(argument.get(1).asText());
      for (int i = 2; i < argument.size(); i++) {
        joined.append('.').append(argument.get(i).asText());
      }
      return new AttributeName(argument.get(0).asText(), TextNode.valueOf(joined.toString()));
    }
    throw Resolver.fault(
        "Fn::GetAtt",
        "object requires two non-empty parameters, the resource name and the resource attribute");
  }
}
