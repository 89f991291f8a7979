package com.harena.allinone.emulator.handler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One value among a resource's properties.
 *
 * @param pointer where it stands
 * @param path the same without list positions, with dots
 * @param value what it is
 */
record Leaf(String pointer, String path, JsonNode value) {
  /** The whole of the properties. */
  static Leaf root(JsonNode properties) {
    return new Leaf("", "", properties);
  }

  Leaf member(String name) {
    return new Leaf(
        pointer + "/" + name, path.isEmpty() ? name : path + "." + name, value.get(name));
  }

  Leaf element(int index) {
    return new Leaf(pointer + "/" + index, path, value.get(index));
  }

  /** Puts another value there. */
  void set(ObjectNode properties, JsonNode other) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = properties.at(at.head());
    if (parent instanceof ArrayNode list) {
      list.set(at.last().getMatchingIndex(), other);
    } else {
      ((ObjectNode) parent).set(at.last().getMatchingProperty(), other);
    }
  }

  /** Takes it away, if it is a member of an object; whether it was. */
  boolean removed(ObjectNode properties) {
    JsonPointer at = JsonPointer.compile(pointer);
    return properties.at(at.head()) instanceof ObjectNode parent
        && parent.remove(at.last().getMatchingProperty()) != null;
  }
}
