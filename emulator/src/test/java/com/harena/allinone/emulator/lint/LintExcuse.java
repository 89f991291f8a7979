package com.harena.allinone.emulator.lint;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A finding that the project has decided not to follow.
 *
 * @param rule the rule's id
 * @param place the one place where it is excused
 * @param reason why
 */
record LintExcuse(String rule, String place, String reason) {
  /** Every one. */
  static List<LintExcuse> all() {
    try (InputStream in = LintExcuse.class.getResourceAsStream("excuses.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean covers(LintFinding finding) {
    return rule.equals(finding.rule()) && place.equals(finding.place());
  }
}
