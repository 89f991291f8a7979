package com.harena.allinone.blueprint.shape;

import java.util.List;
import java.util.Optional;

/**
 * A section with known keys: a record.
 *
 * @param type the record
 * @param keys its keys in order
 */
public record SectionShape(Class<?> type, List<KeyShape> keys) implements Shape {
  /** Copies the keys. */
  public SectionShape {
    keys = List.copyOf(keys);
  }

  /** The key of this name. */
  public Optional<KeyShape> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /** The names of the keys. */
  public List<String> names() {
    return keys.stream().map(KeyShape::name).toList();
  }
}
