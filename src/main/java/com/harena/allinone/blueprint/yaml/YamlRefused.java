package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Position;

/**
 * Something that was reported and is not read further.
 *
 * @param position where it begins
 */
public record YamlRefused(Position position) implements YamlNode {
  @Override
  public String kind() {
    return "something refused";
  }
}
