package com.harena.allinone.blueprint;

/**
 * An AWS region.
 *
 * @param value the text as written
 */
@Text(pattern = "[a-z]{2}(-[a-z]+)+-[0-9]", allowed = "an AWS region such as eu-west-1")
public record Region(String value) {
  /** Refuses a text of another form. */
  public Region {
    TextForm.require(Region.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
