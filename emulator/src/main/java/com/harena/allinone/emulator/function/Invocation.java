package com.harena.allinone.emulator.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;

/**
 * How a run of a function ended.
 *
 * @param payload what it returned, or its error, as JSON
 * @param error {@code Unhandled} if it failed
 * @param log what it wrote
 */
public record Invocation(String payload, Optional<String> error, String log) {
  /** What Lambda's runtime says of a function that it cannot load. */
  private static final Set<String> UNLOADABLE =
      Set.of("Runtime.ImportModuleError", "Runtime.HandlerNotFound");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether it failed before anything of the function was called, as it will each time. */
  boolean neverRan() {
    return error.isPresent() && UNLOADABLE.contains(document().path("errorType").asText());
  }

  /** What it failed of, in one line. */
  String failure() {
    JsonNode told = document();
    return told.path("errorType").asText() + ": " + told.path("errorMessage").asText();
  }

  private JsonNode document() {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run's payload is JSON", e);
    }
  }
}
