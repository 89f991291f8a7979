package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Position;

/**
 * One key of a mapping.
 *
 * @param key the key
 * @param position where the key begins
 * @param value what stands beside it
 */
public record YamlEntry(String key, Position position, YamlNode value) {}
