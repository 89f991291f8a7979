package com.harena.allinone.blueprint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one key of the blueprint means, and its default: the only place where either is stated. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Setting {
  /** What the key means, as an editor shows it. */
  String value();

  /** The default as it would stand in the file; empty when the key has none. */
  String defaultValue() default "";

  /** Smallest whole number allowed. */
  int min() default Integer.MIN_VALUE;

  /** Largest whole number allowed. */
  int max() default Integer.MAX_VALUE;

  /** Smallest size allowed; Docker refuses a memory limit below 6 MiB. */
  String smallest() default "6 MiB";

  /** Largest size allowed; no machine type known has more memory than 4 GiB. */
  String largest() default "4 GiB";
}
