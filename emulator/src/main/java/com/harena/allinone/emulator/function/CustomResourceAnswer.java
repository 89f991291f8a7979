package com.harena.allinone.emulator.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.nio.charset.StandardCharsets;

/**
 * What a custom resource's provider answers.
 *
 * @param id the physical id
 * @param data what {@code Fn::GetAtt} reads
 * @param hidden whether the data is secret
 */
record CustomResourceAnswer(String id, ObjectNode data, boolean hidden) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAXIMUM_BYTES = 4096;

  CustomResourceAnswer {
    data = data.deepCopy();
  }

  /**
   * Reads an answer.
   *
   * @throws ResourceFailure if it reports a failure, with the physical id that it names, or is none
   */
  static CustomResourceAnswer read(String text, String requestId) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES) {
      throw new ResourceFailure("Response object is too long.");
    }
    JsonNode answer = parse(text);
    String status = answer.path("Status").asText();
    if (status.equals("FAILED")) {
      throw failed(answer, requestId);
    }
    if (!status.equals("SUCCESS")) {
      throw new ResourceFailure("Invalid Status. Reason: it is '%s'".formatted(status));
    }
    String id = answer.path("PhysicalResourceId").asText();
    if (id.isEmpty()) {
      throw new ResourceFailure("Invalid PhysicalResourceId");
    }
    return new CustomResourceAnswer(
        id,
        answer.path("Data") instanceof ObjectNode data ? data : JSON.createObjectNode(),
        answer.path("NoEcho").asBoolean());
  }

  private static ResourceFailure failed(JsonNode answer, String requestId) {
    ResourceFailure failure =
        new ResourceFailure(
            "Received response status [FAILED] from custom resource. Message returned: %s (RequestId: %s)"
                .formatted(answer.path("Reason").asText("none given"), requestId));
    String id = answer.path("PhysicalResourceId").asText();
    return id.isEmpty() ? failure : failure.leaving(Physical.of(id, JSON.createObjectNode()));
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode answer = JSON.readTree(text);
      if (answer.isObject()) {
        return answer;
      }
    } catch (JsonProcessingException e) {
      throw new ResourceFailure("Invalid response object: it is no JSON", e);
    }
    throw new ResourceFailure("Invalid response object: it is no JSON object");
  }
}
