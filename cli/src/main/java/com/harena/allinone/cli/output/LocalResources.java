package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What a local AWS has of a stack, by type.
 *
 * @param resources each with its ids, and whether its service knows it
 */
public record LocalResources(JsonNode resources) {
  private static final int LONGEST_ID = 52;

  /** How many the stack is said to have. */
  public int count() {
    return resources.size();
  }

  /** Those that no service knows, each as {@code logical id (type)}. */
  public List<String> missing() {
    return StreamSupport.stream(resources.spliterator(), false)
        .filter(each -> !each.path("found").asBoolean())
        .map(
            each ->
                "%s (%s)".formatted(each.path("logicalId").asText(), each.path("type").asText()))
        .toList();
  }

  /** One line for each type: how many its service knows, where they live, the first one's id. */
  public String text() {
    Map<String, List<JsonNode>> byType = new TreeMap<>();
    resources.forEach(
        each ->
            byType.computeIfAbsent(each.path("type").asText(), any -> new ArrayList<>()).add(each));
    TextTable table = new TextTable(1, 2);
    byType.forEach(
        (type, all) ->
            table.line(
                type,
                "" + all.size(),
                all.get(0).path("inMemory").asBoolean() ? "in memory" : "",
                id(all)));
    return table.text();
  }

  private static String id(Collection<JsonNode> all) {
    String id = all.iterator().next().path("physicalId").asText();
    String shown = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID - 1) + "…" : id;
    return all.size() > 1 ? shown + ", …" : shown;
  }
}
