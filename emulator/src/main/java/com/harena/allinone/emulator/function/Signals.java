package com.harena.allinone.emulator.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The signals that arrived at one wait condition's handle, each unique id once. */
final class Signals {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> data = new LinkedHashMap<>();
  private String failure;

  /** Takes a signal as it was sent; what is no signal is not one. */
  synchronized void accept(String text) {
    JsonNode signal = parse(text);
    String id = signal.path("UniqueId").asText();
    String status = signal.path("Status").asText();
    if (status.equals("SUCCESS") && !id.isEmpty()) {
      data.putIfAbsent(id, signal.path("Data").asText());
    } else if (status.equals("FAILURE") && failure == null) {
      failure =
          "WaitCondition received failed message: '%s' for uniqueId: %s"
              .formatted(signal.path("Reason").asText(), id);
    }
    notifyAll();
  }

  /**
   * Waits for so many signals.
   *
   * @return the data of each, by its unique id
   * @throws ResourceFailure if one reports a failure, or time is up
   */
  synchronized ObjectNode await(int count, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (failure == null && data.size() < count) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new ResourceFailure(
            "WaitCondition timed out. Received %d conditions when expecting %d"
                .formatted(data.size(), count));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ResourceFailure("Resource operation cancelled", e);
      }
    }
    if (failure != null) {
      throw new ResourceFailure(failure);
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    data.forEach(all::put);
    return all;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
