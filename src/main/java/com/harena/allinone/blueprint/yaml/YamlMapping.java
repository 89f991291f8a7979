package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Position;
import java.util.List;
import java.util.Optional;

/**
 * Keys with values; no key stands twice.
 *
 * @param position where it begins
 * @param entries the keys in the order of the file
 */
public record YamlMapping(Position position, List<YamlEntry> entries) implements YamlNode {
  /** Copies the entries. */
  public YamlMapping {
    entries = List.copyOf(entries);
  }

  /** The entry of a key. */
  public Optional<YamlEntry> entry(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  @Override
  public String kind() {
    return "a mapping of keys";
  }
}
