package com.harena.allinone.blueprint.shape;

import java.util.Optional;

/** Any text of a bearable length, taken as it is written. */
record FreeText() implements ScalarForm {
  private static final int LONGEST = 4096;

  @Override
  public Kind kind() {
    return Kind.ANY;
  }

  @Override
  public Optional<Object> read(String text) {
    return text.length() > LONGEST ? Optional.empty() : Optional.of(text);
  }

  @Override
  public String allowed() {
    return "a text of at most " + LONGEST + " characters; \"\" for an empty one";
  }
}
