package com.harena.allinone.stack.nag;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An exception to a rule, kept beside the tests and not in the template, where it would tell the
 * reader of a change nothing.
 *
 * @param rule the rule, with the finding that it names in brackets; {@code **} stands for any text
 * @param resource path of the resource below the stack; {@code **} stands for any text
 * @param reason why the rule does not hold here
 */
record Excuse(
    @JsonProperty("rule") String rule,
    @JsonProperty("resource") String resource,
    @JsonProperty("reason") String reason) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Every exception. */
  static List<Excuse> all() {
    try (InputStream in = Excuse.class.getResourceAsStream("excuses.yaml")) {
      return YAML.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A finding reads {@code /stack/path: rule: words}. */
  boolean covers(String finding) {
    return Pattern.matches("/[^/]+/" + glob(resource) + ": " + glob(rule) + ": .*", finding);
  }

  private static String glob(String pattern) {
    return Pattern.quote(pattern).replace("**", "\\E.*\\Q");
  }

  /**
   * Findings that nothing excuses.
   *
   * @param used takes the exceptions that were needed
   */
  static List<String> remaining(List<String> findings, Set<Excuse> used) {
    List<String> remaining = new ArrayList<>();
    for (String finding : findings) {
      Set<Excuse> covering = new LinkedHashSet<>(all());
      covering.removeIf(excuse -> !excuse.covers(finding));
      used.addAll(covering);
      if (covering.isEmpty()) {
        remaining.add(finding);
      }
    }
    return remaining;
  }
}
