package com.harena.allinone.blueprint;

/**
 * The name of an environment variable.
 *
 * @param value the text as written
 */
@Text(
    pattern = "[A-Z][A-Z0-9_]{0,63}",
    allowed = "upper-case letters, digits and underscores, such as LOG_LEVEL")
public record VariableName(String value) {
  /** Refuses a text of another form. */
  public VariableName {
    TextForm.require(VariableName.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
