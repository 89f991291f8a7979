package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Position;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A single value as it is written. No type is guessed from it, so that 22:00 stays 22:00.
 *
 * @param position where it begins
 * @param text the text without its quotes
 * @param plain whether it stands without quotes
 */
public record YamlScalar(Position position, String text, boolean plain) implements YamlNode {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]+)?");

  /** Whether YAML calls this no value. */
  public boolean isNull() {
    return plain && NULLS.contains(text);
  }

  /** Whether YAML 1.2 takes this for true or false. */
  public boolean isTruth() {
    return plain && TRUTH.matcher(text).matches();
  }

  /** Whether YAML 1.2 takes this for a number. */
  public boolean isNumber() {
    return plain && text.length() < 64 && NUMBER.matcher(text).matches();
  }

  @Override
  public String kind() {
    return "a single value";
  }
}
