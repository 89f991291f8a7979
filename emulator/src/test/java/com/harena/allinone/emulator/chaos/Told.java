package com.harena.allinone.emulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.Finding;
import com.harena.allinone.emulator.engine.ResourceDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the services tell of the properties that a template gives, with logical ids in the place of
 * physical ones, which differ each time.
 */
final class Told {
  /** Identifiers, and the ends of names, that are drawn by chance. */
  private static final Pattern CHANCE =
      Pattern.compile(
          "\\b[a-z]{1,12}-[0-9a-f]{8,17}\\b|-[A-Z0-9]{12}\\b"
              + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|_allinone/signal/[^\"]*"
              + "|\"LastUpdatedTime\":[^,}]*");

  private Told() {}

  /** By logical id. */
  static Map<String, String> of(List<Finding> findings, JsonNode declared) {
    // Some have another's name: a bucket's policy is called as its bucket, whose id is shorter.
    List<ResourceDescription> made =
        findings.stream()
            .map(Finding::resource)
            .filter(each -> !each.physicalId().orElse("").isEmpty())
            .sorted(Comparator.comparing(each -> each.logicalId().length()))
            .toList();
    Map<String, String> told = new TreeMap<>();
    for (Finding finding : findings) {
      String text = finding.told().map(all -> given(all, declared, finding)).orElse("nothing");
      for (ResourceDescription other : made) {
        text = text.replace(other.physicalId().orElseThrow(), "<" + other.logicalId() + ">");
      }
      told.put(finding.resource().logicalId(), CHANCE.matcher(text).replaceAll("<chance>"));
    }
    return told;
  }

  private static String given(ObjectNode told, JsonNode declared, Finding finding) {
    List<String> names = new ArrayList<>();
    declared
        .path(finding.resource().logicalId())
        .path("Properties")
        .fieldNames()
        .forEachRemaining(names::add);
    return UserDataText.readable(told).retain(names).toString();
  }
}
