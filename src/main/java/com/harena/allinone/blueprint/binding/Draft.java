package com.harena.allinone.blueprint.binding;

import com.harena.allinone.blueprint.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What could be read of a file, faults or not: each value under its key, such as {@code
 * services.postgres.memory}, and the place of each key that the file has.
 */
public final class Draft {
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Position> positions = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  Draft() {}

  /**
   * The value of a key, given or default; empty when there is none or it could not be read.
   *
   * @throws IllegalArgumentException when no section has such a key
   */
  public <T> Optional<T> value(String key, Class<T> type) {
    if (!known.contains(key)) {
      throw new IllegalArgumentException("there is no key " + key);
    }
    return Optional.ofNullable(values.get(key)).map(type::cast);
  }

  /** Whether the file has the key. */
  public boolean isGiven(String key) {
    return positions.containsKey(key);
  }

  /** The place of a key's value, or of the nearest section around it that the file has. */
  public Position position(String key) {
    for (String part = key; !part.isEmpty(); part = parent(part)) {
      if (positions.containsKey(part)) {
        return positions.get(part);
      }
    }
    return positions.getOrDefault("", Position.START);
  }

  /** The whole file, when all of it could be read. */
  public <T extends Record> Optional<T> whole(Class<T> type) {
    return Optional.ofNullable(type.cast(values.get("")));
  }

  void know(String key) {
    known.add(key);
  }

  void put(String key, Object value) {
    if (value != null) {
      values.put(key, value);
    }
  }

  void place(String key, Position position) {
    positions.put(key, position);
  }

  private static String parent(String key) {
    int dot = key.lastIndexOf('.');
    return dot < 0 ? "" : key.substring(0, dot);
  }
}
