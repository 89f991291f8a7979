package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;

/** What the resources of a stack give to each other. */
public interface ResourceValues {
  /** What {@code Ref} to a resource gives. */
  JsonNode reference(String logicalId);

  /** What {@code Fn::GetAtt} of a resource gives. */
  JsonNode attribute(String logicalId, String attribute);
}
