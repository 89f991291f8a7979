package com.harena.allinone.pulumi.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.stack.redeploy.SuffixedId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a preview shows, in the words of the redeploy-safety table: the verb by the name of each
 * resource, without suffix and digits. What comes under a new suffix while the old one goes is
 * replaced.
 */
final class Shown {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> VERBS =
      Map.of(
          "create", "adds",
          "delete", "removes",
          "update", "changes in place",
          "replace", "replaces",
          "create-replacement", "replaces",
          "delete-replaced", "replaces");

  private Shown() {}

  /** Reads the JSON that a preview prints. */
  static Map<String, String> by(Ended preview) {
    JsonNode steps;
    try {
      steps = JSON.readTree(preview.out()).path("steps");
    } catch (IOException e) {
      throw new UncheckedIOException(preview.text(), e);
    }
    Map<String, String> verbs = new TreeMap<>();
    Map<String, Set<String>> byStem = new HashMap<>();
    for (JsonNode step : steps) {
      String[] urn = step.path("urn").asText().split("::", 4);
      String verb = VERBS.get(step.path("op").asText());
      if (verb != null && urn[2].contains("aws:")) {
        String stem = SuffixedId.stemOf(urn[3]) + " " + urn[2];
        byStem.computeIfAbsent(stem, any -> new HashSet<>()).add(verb);
        boolean renamed = byStem.get(stem).containsAll(Set.of("adds", "removes"));
        verbs.put(SuffixedId.nameOf(urn[3]), renamed ? "replaces" : verb);
      }
    }
    return verbs;
  }
}
