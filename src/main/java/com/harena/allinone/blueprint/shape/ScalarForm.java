package com.harena.allinone.blueprint.shape;

import java.util.List;
import java.util.Optional;

/** The form of a single value. */
public non-sealed interface ScalarForm extends Shape {
  /** What the value is in YAML and JSON. */
  enum Kind {
    /** A text, with or without quotes. */
    TEXT,
    /** Any single value, taken as it is written. */
    ANY,
    /** A whole number without quotes. */
    WHOLE_NUMBER,
    /** True or false without quotes. */
    TRUTH
  }

  /** What the value is in YAML and JSON. */
  Kind kind();

  /** The value of a text; empty when it has not this form. */
  Optional<Object> read(String text);

  /** What is allowed, in words. */
  String allowed();

  /** How to mend a text that has not this form; empty when nothing is near. */
  default String mend(String text) {
    return "";
  }

  /** The only texts allowed, when they can be listed. */
  default List<String> choices() {
    return List.of();
  }

  /** Regular expression of the whole text, when the form has one. */
  default Optional<String> pattern() {
    return Optional.empty();
  }
}
