package com.harena.allinone.emulator.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A function that can be run.
 *
 * @param name its name
 * @param handler file and exported name, such as {@code index.handler}
 * @param timeout its limit, as on AWS
 * @param code folder of its code
 * @param variables its environment
 */
record NodeFunction(
    String name, String handler, Duration timeout, Path code, Map<String, String> variables) {
  NodeFunction {
    variables = Map.copyOf(variables);
  }
}
