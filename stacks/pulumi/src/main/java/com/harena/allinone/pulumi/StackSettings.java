package com.harena.allinone.pulumi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;

/**
 * The configuration of the Pulumi stack, as the engine passes it to the program. It is read before
 * the engine is asked for anything, so that what is wrong with it ends the program with one message
 * instead of a stack trace.
 *
 * @param blueprint file of the blueprint; relative to the program's folder
 * @param jar the command line's jar, which the host bundle carries
 * @param preview whether nothing is to be made
 */
record StackSettings(Path blueprint, Path jar, boolean preview) {
  private static final String BLUEPRINT = "allinone:blueprint";
  private static final String JAR = "allinone:jar";
  private static final String DEFAULT_JAR = "../../cli/target/allinone.jar";

  /** Where the engine puts the stack's configuration, as JSON. */
  static final String CONFIGURATION = "PULUMI_CONFIG";

  /** Where the engine says that nothing is to be made. */
  static final String DRY_RUN = "PULUMI_DRY_RUN";

  /**
   * Reads them.
   *
   * @param environment the program's environment
   * @throws IllegalArgumentException if the stack names no blueprint
   */
  static StackSettings of(Map<String, String> environment) {
    JsonNode configuration = configuration(environment.getOrDefault(CONFIGURATION, "{}"));
    String blueprint = configuration.path(BLUEPRINT).asText();
    if (blueprint.isBlank()) {
      throw new IllegalArgumentException(
          "the stack's configuration names no blueprint: run pulumi config set %s ../harena.yaml"
              .formatted(BLUEPRINT));
    }
    return new StackSettings(
        Path.of(blueprint),
        Path.of(configuration.path(JAR).asText(DEFAULT_JAR)),
        Boolean.parseBoolean(environment.get(DRY_RUN)));
  }

  /** The text may hold secrets of other programs, so no message quotes it. */
  private static JsonNode configuration(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is not JSON: run the program by pulumi preview or pulumi up".formatted(CONFIGURATION),
          e);
    }
  }
}
