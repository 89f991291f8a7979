package com.harena.allinone.blueprint;

/**
 * A name that is safe in every AWS resource name, SSM path and metric namespace.
 *
 * @param value the text as written
 */
@Text(
    pattern = "[a-z][a-z0-9-]{1,30}[a-z0-9]",
    allowed =
        "3 to 32 lower-case letters, digits and hyphens, beginning with a letter, such as harena")
public record Name(String value) {
  /** Refuses a text of another form. */
  public Name {
    TextForm.require(Name.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
