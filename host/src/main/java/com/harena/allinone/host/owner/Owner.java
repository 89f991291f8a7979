package com.harena.allinone.host.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.machine.OwnerValue;
import java.net.URI;
import java.util.Optional;

/**
 * The owner parameter: the instance whose volume it is, and where that instance says that it
 * serves. Both are one value so that they change at once.
 *
 * @param instance id of the instance
 * @param signal where it signals; empty when nobody waits
 */
public record Owner(String instance, Optional<SignalUrl> signal) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Refuses what is not an instance id. */
  public Owner {
    if (!instance.matches("i-[0-9a-f]{8,17}")) {
      throw new IllegalArgumentException(
          "instance is '%s': give an instance id such as i-0123456789abcdef0".formatted(instance));
    }
  }

  /**
   * Reads the parameter's value.
   *
   * @throws IllegalArgumentException if it is not {@code {"instance": "i-…", "signal": "…"}}; the
   *     message never shows the signal
   */
  public static Owner parse(String value) {
    JsonNode json;
    try {
      json = JSON.readTree(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "value is not JSON at column " + e.getLocation().getColumnNr());
    }
    String signal = text(json, "signal");
    return new Owner(
        text(json, "instance"),
        signal.equals(OwnerValue.NO_SIGNAL) ? Optional.empty() : Optional.of(signal(signal)));
  }

  private static SignalUrl signal(String text) {
    try {
      return new SignalUrl(URI.create(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "signal is not a web address: give the URL of a wait handle, or none");
    }
  }

  private static String text(JsonNode json, String key) {
    JsonNode value = json.get(key);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("value has no text under '%s'".formatted(key));
    }
    return value.textValue();
  }
}
