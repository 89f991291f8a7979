package com.harena.allinone.stack.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One statement of a policy, its values resolved.
 *
 * @param source where it is written
 * @param allows whether it allows; else it denies
 * @param actions patterns of actions
 * @param actionsInverted whether all but these actions are meant
 * @param resources patterns of resources
 * @param resourcesInverted whether all but these resources are meant
 * @param conditions values by operator and key
 */
record Statement(
    String source,
    boolean allows,
    List<String> actions,
    boolean actionsInverted,
    List<String> resources,
    boolean resourcesInverted,
    Map<String, Map<String, List<String>>> conditions) {

  /** Reads the statements of a policy document. */
  static List<Statement> read(String source, JsonNode document, SampleAccount account) {
    List<Statement> statements = new ArrayList<>();
    JsonNode nodes = document.path("Statement");
    if (nodes.isObject()) {
      statements.add(readOne(source, nodes, account));
    } else {
      nodes.forEach(node -> statements.add(readOne(source, node, account)));
    }
    return List.copyOf(statements);
  }

  private static Statement readOne(String source, JsonNode node, SampleAccount account) {
    boolean notAction = node.has("NotAction");
    boolean notResource = node.has("NotResource");
    Map<String, Map<String, List<String>>> conditions = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> operator : node.path("Condition").properties()) {
      Map<String, List<String>> keys = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        keys.put(key.getKey(), account.texts(key.getValue()));
      }
      conditions.put(operator.getKey(), keys);
    }
    return new Statement(
        source,
        node.path("Effect").asText().equals("Allow"),
        account.texts(node.path(notAction ? "NotAction" : "Action")),
        notAction,
        node.has("Resource") || notResource
            ? account.texts(node.path(notResource ? "NotResource" : "Resource"))
            : List.of(),
        notResource,
        conditions);
  }

  boolean matches(Request request) {
    boolean action =
        actions.stream().anyMatch(pattern -> Patterns.action(pattern, request.action()));
    boolean resource =
        resources.stream()
            .map(pattern -> request.fillIn(pattern))
            .flatMap(java.util.Optional::stream)
            .anyMatch(pattern -> Patterns.arn(pattern, request.resource()));
    return action != actionsInverted
        && resource != resourcesInverted
        && conditions.entrySet().stream()
            .allMatch(each -> Condition.holds(each.getKey(), each.getValue(), request));
  }
}
