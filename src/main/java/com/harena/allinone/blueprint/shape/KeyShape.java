package com.harena.allinone.blueprint.shape;

import com.harena.allinone.blueprint.Setting;

/**
 * One key of a section.
 *
 * @param name the key
 * @param setting its meaning and default
 * @param optional whether its absence means something else than a default
 * @param shape what stands beside it
 */
public record KeyShape(String name, Setting setting, boolean optional, Shape shape) {
  /** Whether the key has a default. */
  public boolean hasDefault() {
    return !setting.defaultValue().isEmpty();
  }

  /** Whether the file must have the key: no default covers it, or not all of what is below it. */
  public boolean required() {
    if (optional || hasDefault()) {
      return false;
    }
    return !(shape instanceof SectionShape section)
        || section.keys().stream().anyMatch(KeyShape::required);
  }
}
