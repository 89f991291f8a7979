package com.harena.allinone.stack.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

/** Changes a blueprint's text as its owner would. */
public final class BlueprintEdit {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private BlueprintEdit() {}

  /** The text of the file with these values; null takes a key away. */
  public static String apply(Path file, Map<String, Object> changes) {
    try {
      ObjectNode root = (ObjectNode) YAML.readTree(file.toFile());
      changes.forEach((path, value) -> set(root, path, YAML.valueToTree(value)));
      return YAML.writeValueAsString(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file says at a path, as text; "(not set)" when it says nothing. */
  public static String valueAt(Path file, String path) {
    try {
      JsonNode value = YAML.readTree(file.toFile()).at("/" + path.replace('.', '/'));
      return value.isMissingNode() ? "(not set)" : text(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString().replace("\"", "");
  }

  private static void set(ObjectNode root, String path, JsonNode value) {
    Iterator<String> names = Arrays.asList(path.split("\\.")).iterator();
    ObjectNode node = root;
    String name = names.next();
    while (names.hasNext()) {
      node = node.has(name) ? (ObjectNode) node.get(name) : node.putObject(name);
      name = names.next();
    }
    if (value.isNull()) {
      node.remove(name);
    } else {
      node.set(name, value);
    }
  }
}
