package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.engine.ApiFailure;

/** Conditions and rules know no resources. */
final class NoResources implements ResourceValues {
  @Override
  public JsonNode reference(String logicalId) {
    throw ApiFailure.validation(
        "Template format error: Unresolved dependencies ["
            + logicalId
            + "]. Cannot reference resources in the Conditions block of the template");
  }

  @Override
  public JsonNode attribute(String logicalId, String attribute) {
    return reference(logicalId);
  }
}
