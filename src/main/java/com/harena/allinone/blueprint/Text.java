package com.harena.allinone.blueprint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a value that the blueprint writes as text: the form it must have, and how to say so. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Text {
  /** Regular expression that the whole text must match; also the pattern in the JSON Schema. */
  String pattern();

  /** What is allowed, in words, with an example. */
  String allowed();
}
