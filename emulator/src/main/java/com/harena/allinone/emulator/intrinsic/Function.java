package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;

/** An intrinsic function. */
@FunctionalInterface
interface Function {
  /** What the function gives for an argument that is not resolved yet. */
  JsonNode apply(JsonNode argument, Resolver resolver);
}
