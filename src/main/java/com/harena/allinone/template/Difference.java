package com.harena.allinone.template;

import java.util.Optional;

/**
 * One difference between two templates.
 *
 * @param path where: the keys from the top, such as {@code Resources.DataVolume.Properties.Size}
 * @param before the old value as JSON; empty when it was added
 * @param after the new value as JSON; empty when it was removed
 */
public record Difference(String path, Optional<String> before, Optional<String> after) {
  private static final int SHOWN_CHARACTERS = 160;

  /** One line: a plus, minus or tilde, the path, and what it was and is, shortened. */
  @Override
  public String toString() {
    if (before.isEmpty()) {
      return "+ " + path + ": " + shown(after.orElse(""));
    }
    if (after.isEmpty()) {
      return "- " + path + ": " + shown(before.get());
    }
    return "~ " + path + ": " + shown(before.get()) + " -> " + shown(after.get());
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
