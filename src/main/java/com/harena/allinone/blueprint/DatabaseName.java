package com.harena.allinone.blueprint;

/**
 * A PostgreSQL identifier that needs no quotes.
 *
 * @param value the text as written
 */
@Text(
    pattern = "[a-z_][a-z0-9_]{0,62}",
    allowed =
        "a PostgreSQL identifier of lower-case letters, digits and underscores, such as harena")
public record DatabaseName(String value) {
  /** Refuses a text of another form. */
  public DatabaseName {
    TextForm.require(DatabaseName.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
