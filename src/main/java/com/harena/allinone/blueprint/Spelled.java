package com.harena.allinone.blueprint;

/** A choice whose word in the blueprint is not simply its name in lower case with hyphens. */
public interface Spelled {
  /** The word in the blueprint. */
  String spelling();
}
