package com.harena.allinone.pulumi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a function answered. Its values may be secret, so no message tells them.
 *
 * @param name logical name of the invocation, for messages
 * @param data the answer
 */
record Answer(String name, JsonNode data) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Reads an invocation's result.
   *
   * @throws IllegalArgumentException if it is not a JSON object
   */
  static Answer of(String name, String json) {
    try {
      JsonNode data = MAPPER.readTree(json);
      if (data.isObject()) {
        return new Answer(name, data);
      }
    } catch (JsonProcessingException e) {
      // Told below: the parser's own message quotes what it read, which may be secret.
    }
    throw new IllegalArgumentException(
        "the function of %s did not answer with a JSON object: see its log group".formatted(name));
  }

  /**
   * A text of the answer.
   *
   * @throws IllegalArgumentException if the answer has no text of that name
   */
  String text(String key) {
    JsonNode value = data.path(key);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      List<String> names = new ArrayList<>();
      data.fieldNames().forEachRemaining(names::add);
      throw new IllegalArgumentException(
          "the answer of %s has no text \"%s\", only the names %s: see the function's log group"
              .formatted(name, key, names));
    }
    return value.textValue();
  }
}
