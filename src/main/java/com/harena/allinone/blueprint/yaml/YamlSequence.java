package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Position;
import java.util.List;

/**
 * A list.
 *
 * @param position where it begins
 * @param elements its elements in order
 */
public record YamlSequence(Position position, List<YamlNode> elements) implements YamlNode {
  /** Copies the elements. */
  public YamlSequence {
    elements = List.copyOf(elements);
  }

  @Override
  public String kind() {
    return "a list";
  }
}
