package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The types of both engines, side by side.
 *
 * @param mappings by CloudFormation's type
 */
record TypeTable(Map<String, TypeMapping> mappings) {
  /** Reads {@code types.yaml}. */
  static TypeTable load() {
    try (InputStream in = TypeTable.class.getResourceAsStream("types.yaml")) {
      JsonNode rows = new ObjectMapper(new YAMLFactory()).readTree(in);
      Map<String, TypeMapping> mappings = new LinkedHashMap<>();
      rows.properties()
          .forEach(
              row ->
                  mappings.put(
                      row.getKey(), TypeMapping.read(row.getKey(), meant(rows, row.getValue()))));
      return new TypeTable(mappings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The row itself, or the one that it names instead. */
  private static JsonNode meant(JsonNode rows, JsonNode row) {
    return row.isTextual() ? rows.get(row.asText()) : row;
  }

  /** The mapping of a type of CloudFormation. */
  Optional<TypeMapping> find(String type) {
    return Optional.ofNullable(mappings.get(type));
  }

  /** The mapping that such a resource of Pulumi is a part of. */
  Optional<TypeMapping> whole(String token) {
    return mappings.values().stream()
        .filter(mapping -> mapping.parts().containsKey(token))
        .findFirst();
  }
}
