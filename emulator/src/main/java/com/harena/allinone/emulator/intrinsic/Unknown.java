package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The text that stands for what only the deploy tells, as CloudFormation's change sets write it.
 */
public final class Unknown {
  /** The text. */
  public static final String TEXT = "{{changeSet:KNOWN_AFTER_APPLY}}";

  private Unknown() {}

  /** The text as a value. */
  public static JsonNode value() {
    return TextNode.valueOf(TEXT);
  }

  /** Whether a value holds something that only the deploy tells. */
  public static boolean in(JsonNode node) {
    if (node.isTextual()) {
      return node.asText().contains(TEXT);
    }
    for (JsonNode child : node) {
      if (in(child)) {
        return true;
      }
    }
    return false;
  }
}
