package com.harena.allinone.host.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The bundle parameter: which bundle is to run, and the bucket it came from, which holds the
 * releases too.
 *
 * @param bucket backup bucket
 * @param key where the bundle is
 * @param sha256 hex SHA-256 of its bytes
 */
public record BundleReference(String bucket, String key, String sha256) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the parameter's value.
   *
   * @throws IllegalArgumentException if it is not {@code {"bucket": …, "key": …, "sha256": …}}
   */
  public static BundleReference parse(String value) {
    try {
      JsonNode json = JSON.readTree(value);
      return new BundleReference(text(json, "bucket"), text(json, "key"), text(json, "sha256"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the bundle parameter is '%s': give JSON with bucket, key and sha256".formatted(value),
          e);
    }
  }

  private static String text(JsonNode json, String key) {
    JsonNode value = json.get(key);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException(
          "the bundle parameter has no text under '%s': give JSON with bucket, key and sha256"
              .formatted(key));
    }
    return value.textValue();
  }
}
