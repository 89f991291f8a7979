package com.harena.allinone.emulator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

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
  /** Refuses a missing part; the properties are copied. */
  public ResourceRequest {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(logicalId, "logicalId");
    Objects.requireNonNull(type, "type");
    properties = properties.deepCopy();
  }
}
