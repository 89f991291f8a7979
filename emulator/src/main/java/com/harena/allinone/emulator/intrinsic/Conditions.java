package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;

/** Evaluates conditions. */
public final class Conditions {
  private Conditions() {}

  /** Whether a condition holds, written as a function or as the name of another condition. */
  public static boolean truth(JsonNode condition, Resolver resolver) {
    return LogicFunctions.truth(condition, resolver, "Conditions");
  }
}
