package com.harena.allinone.move.plan;

import com.harena.allinone.blueprint.Text;

/**
 * A command for the shell.
 *
 * @param value the text as written
 */
@Text(pattern = ".+", allowed = "a command that ends with status 0, such as curl -fsS URL")
public record CommandText(String value) {
  /** Refuses an empty text. */
  public CommandText {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an empty command");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
