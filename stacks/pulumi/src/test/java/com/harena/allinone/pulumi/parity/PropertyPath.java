package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way through a document: names, {@code [2]} for a place in a list, {@code []} for every place of
 * one, and {@code *} for every name. A dot in a name is written {@code \.}.
 *
 * @param steps the steps, places with their brackets
 */
record PropertyPath(List<String> steps) {
  private static final Pattern STEP = Pattern.compile("\\[\\d*]|(?:\\\\.|[^.\\[])+");

  PropertyPath {
    steps = List.copyOf(steps);
  }

  static PropertyPath parse(String text) {
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    while (matcher.find()) {
      steps.add(matcher.group().replace("\\.", "."));
    }
    return new PropertyPath(steps);
  }

  private static boolean isList(String step) {
    return step.startsWith("[");
  }

  private static boolean isAny(String step) {
    return step.equals("[]") || step.equals("*");
  }

  /** Every place of the document that the path leads to, with what is there. */
  void each(JsonNode document, BiConsumer<PropertyPath, JsonNode> action) {
    each(document, 0, new ArrayList<>(), action);
  }

  private void each(
      JsonNode node, int step, List<String> way, BiConsumer<PropertyPath, JsonNode> action) {
    if (step == steps.size()) {
      action.accept(new PropertyPath(way), node);
      return;
    }
    String next = steps.get(step);
    if (next.equals("[]") && node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        follow(node.get(i), "[" + i + "]", step, way, action);
      }
    } else if (next.equals("*") && node.isObject()) {
      node.properties().forEach(each -> follow(each.getValue(), each.getKey(), step, way, action));
    } else if (isList(next) && node.isArray() && !next.equals("[]")) {
      int place = Integer.parseInt(next.substring(1, next.length() - 1));
      if (node.has(place)) {
        follow(node.get(place), next, step, way, action);
      }
    } else if (node.isObject() && node.has(next)) {
      follow(node.get(next), next, step, way, action);
    }
  }

  private void follow(
      JsonNode node,
      String taken,
      int step,
      List<String> way,
      BiConsumer<PropertyPath, JsonNode> action) {
    List<String> further = new ArrayList<>(way);
    further.add(taken);
    each(node, step + 1, further, action);
  }

  /** What a place of this path has where the path says every one. */
  List<String> choices(PropertyPath place) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (isAny(steps.get(i))) {
        chosen.add(place.steps.get(i));
      }
    }
    return chosen;
  }

  /** The place of this path with these choices. */
  PropertyPath choose(List<String> choices) {
    List<String> way = new ArrayList<>();
    int next = 0;
    for (String step : steps) {
      way.add(isAny(step) ? choices.get(next++) : step);
    }
    return new PropertyPath(way);
  }

  /** Whether the place is this path's own, or below it. */
  boolean covers(PropertyPath place) {
    if (place.steps.size() < steps.size()) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      String taken = place.steps.get(i);
      boolean fits = isAny(step) ? isList(step) == isList(taken) : step.equals(taken);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Puts a value at this place. */
  void set(ObjectNode document, JsonNode value) {
    JsonNode node = document;
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      node = child(node, steps.get(i), last ? value : null, !last && isList(steps.get(i + 1)));
    }
  }

  private static JsonNode child(JsonNode node, String step, JsonNode value, boolean list) {
    JsonNode there = isList(step) ? at((ArrayNode) node, place(step)) : node.path(step);
    JsonNode put = value;
    if (put == null) {
      boolean open = there.isMissingNode() || there.isNull();
      JsonNodeFactory nodes = JsonNodeFactory.instance;
      put = !open ? there : list ? nodes.arrayNode() : nodes.objectNode();
    }
    if (isList(step)) {
      ((ArrayNode) node).set(place(step), put);
    } else {
      ((ObjectNode) node).set(step, put);
    }
    return put;
  }

  private static JsonNode at(ArrayNode list, int place) {
    while (list.size() <= place) {
      list.addNull();
    }
    return list.get(place);
  }

  private static int place(String step) {
    return Integer.parseInt(step.substring(1, step.length() - 1));
  }

  /** The path with every place of a list told alike. */
  String general() {
    return new PropertyPath(steps.stream().map(step -> isList(step) ? "[]" : step).toList())
        .toString();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String step : steps) {
      text.append(isList(step) || text.isEmpty() ? "" : ".").append(step);
    }
    return text.toString();
  }
}
