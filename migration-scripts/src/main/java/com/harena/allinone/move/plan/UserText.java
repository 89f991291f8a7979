package com.harena.allinone.move.plan;

import com.harena.allinone.blueprint.Text;

/**
 * The name of a role, a user or a database.
 *
 * @param value the text as written
 */
@Text(pattern = "[^\\x00-\\x1f]{1,128}", allowed = "1 to 128 characters, such as harena")
public record UserText(String value) {
  /** Refuses a text of another form. */
  public UserText {
    if (!value.matches(UserText.class.getAnnotation(Text.class).pattern())) {
      throw new IllegalArgumentException("no name");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
