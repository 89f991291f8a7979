package com.harena.allinone.blueprint;

/**
 * An availability zone: the data volume and its instance live in exactly one.
 *
 * @param value the text as written
 */
@Text(
    pattern = "[a-z]{2}(-[a-z]+)+-[0-9][a-z]",
    allowed = "an availability zone of the region, such as eu-west-1a")
public record Zone(String value) {
  /** Refuses a text of another form. */
  public Zone {
    TextForm.require(Zone.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
