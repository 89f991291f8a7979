package com.harena.allinone.emulator.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.plan.ResourceValues;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.StackState;

/** What the resources of a stack give once they exist. */
final class LiveValues implements ResourceValues {
  private final StackState stack;

  LiveValues(StackState stack) {
    this.stack = stack;
  }

  @Override
  public JsonNode reference(String logicalId) {
    return TextNode.valueOf(physical(logicalId).reference());
  }

  @Override
  public JsonNode attribute(String logicalId, String attribute) {
    JsonNode value = physical(logicalId).attributes().get(attribute);
    if (value == null) {
      throw ApiFailure.validation(
          "the local AWS does not know attribute "
              + attribute
              + " of resource "
              + logicalId
              + " ("
              + stack.resources.get(logicalId).made().type()
              + ")");
    }
    return value;
  }

  private Physical physical(String logicalId) {
    ResourceState state = stack.resources.get(logicalId);
    if (state == null || !state.made().exists()) {
      throw ApiFailure.validation("resource " + logicalId + " does not exist yet");
    }
    return state.made().physical();
  }
}
