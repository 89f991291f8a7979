package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Position;

/** A value of the file with its place. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar, YamlRefused {
  /** Where it begins. */
  Position position();

  /** What it is, in a message. */
  String kind();
}
