package com.harena.allinone.emulator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One resource as the template wants it.
 *
 * @param stack the stack that it belongs to
 * @param logicalId its name in the template
 * @param type its CloudFormation type
 * @param properties its properties, every intrinsic function resolved
 */
public record ResourceRequest(
    StackScope stack, String logicalId, String type, ObjectNode properties) {
  /** How the names of the tags begin that only AWS gives: no template has or asks for them. */
  public static final String SYSTEM_TAG = "aws:";

  /** Refuses a missing part; the properties are copied. */
  public ResourceRequest {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(logicalId, "logicalId");
    Objects.requireNonNull(type, "type");
    properties = properties.deepCopy();
  }

  /** The tags that come with its stack: the stack's own, and those that say where it belongs. */
  public Map<String, String> inheritedTags() {
    Map<String, String> tags = new TreeMap<>(stack.tags());
    tags.put(SYSTEM_TAG + "cloudformation:logical-id", logicalId);
    tags.put(SYSTEM_TAG + "cloudformation:stack-id", stack.id());
    tags.put(SYSTEM_TAG + "cloudformation:stack-name", stack.name());
    return tags;
  }
}
