package com.harena.allinone.emulator.association;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One version of an association, and how it went on each instance. */
final class Association {
  static final String ID = "AssociationId";
  static final String VERSION = "AssociationVersion";
  static final String DOCUMENT = "AWS-RunShellScript";
  private static final String PENDING = "Pending";

  private final ObjectNode told;
  private final Map<String, String> statuses = new TreeMap<>();

  private Association(ObjectNode input, String id, int version) {
    told = input.deepCopy().put(ID, id).put(VERSION, String.valueOf(version));
    told.put("DocumentVersion", input.path("DocumentVersion").asText("$DEFAULT"));
  }

  static Association first(ObjectNode input, String id) {
    return new Association(input, id, 1);
  }

  /** An update replaces every parameter of the association, as on AWS. */
  Association next(ObjectNode input) {
    ObjectNode named = input.deepCopy().put("Name", input.path("Name").asText(name()));
    return new Association(named, id(), told.path(VERSION).asInt() + 1);
  }

  String id() {
    return told.path(ID).asText();
  }

  String name() {
    return told.path("Name").asText();
  }

  /** The script that its document runs. */
  String script() {
    return String.join("\n", Json.texts(told.path("Parameters").path("commands")));
  }

  /** Whether this instance is among its targets. */
  boolean targets(String instance, Map<String, String> tags) {
    JsonNode targets = told.path("Targets");
    if (targets.isEmpty()) {
      return told.path("InstanceId").asText().equals(instance);
    }
    for (JsonNode each : targets) {
      if (!new Target(each).holds(instance, tags)) {
        return false;
      }
    }
    return true;
  }

  /** Takes the run of this version on an instance; false if there was one already. */
  synchronized boolean begin(String instance) {
    return statuses.putIfAbsent(instance, PENDING) == null;
  }

  synchronized void end(String instance, int exitStatus) {
    statuses.put(instance, exitStatus == 0 ? "Success" : "Failed");
  }

  /** As Systems Manager describes it. */
  synchronized ObjectNode described() {
    ObjectNode json = told.deepCopy();
    ObjectNode overview = json.putObject("Overview");
    overview.put("Status", worst()).put("DetailedStatus", worst());
    ObjectNode counts = overview.putObject("AssociationStatusAggregatedCount");
    statuses.values().stream()
        .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()))
        .forEach(counts::put);
    return json;
  }

  private String worst() {
    Collection<String> all = statuses.values();
    return Optional.of("Failed")
        .filter(all::contains)
        .orElse(all.isEmpty() || all.contains(PENDING) ? PENDING : "Success");
  }
}
