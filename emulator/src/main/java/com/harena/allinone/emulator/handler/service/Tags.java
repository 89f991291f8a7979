package com.harena.allinone.emulator.handler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The tags of one resource: those that come with its stack, and its own, which win. A template
 * gives them as a list of keys and values, in a few types as a map.
 */
public final class Tags {
  private Tags() {}

  /** What a resource is to be tagged with. */
  public static SortedMap<String, String> wanted(ResourceRequest request) {
    SortedMap<String, String> tags = new TreeMap<>(request.inheritedTags());
    tags.putAll(of(request.properties().get("Tags")));
    return tags;
  }

  /** The same without the tags that only AWS gives. */
  public static SortedMap<String, String> wantedByUser(ResourceRequest request) {
    SortedMap<String, String> tags = wanted(request);
    tags.keySet().removeIf(key -> key.startsWith(ResourceRequest.SYSTEM_TAG));
    return tags;
  }

  /** The tags of a template's {@code Tags}, in either form. */
  public static SortedMap<String, String> of(JsonNode given) {
    SortedMap<String, String> tags = new TreeMap<>();
    if (given instanceof ArrayNode list) {
      list.forEach(tag -> tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
    } else if (given instanceof ObjectNode map) {
      map.properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    }
    return tags;
  }

  /** The wanted tags as a service's model. */
  public static <T> List<T> models(ResourceRequest request, BiFunction<String, String, T> model) {
    return models(wanted(request), model);
  }

  /** Tags as a service's model. */
  public static <T> List<T> models(Map<String, String> tags, BiFunction<String, String, T> model) {
    return tags.entrySet().stream().map(tag -> model.apply(tag.getKey(), tag.getValue())).toList();
  }

  /** What a service tells, by key. */
  public static <T> Map<String, String> told(
      Collection<T> models, Function<T, String> key, Function<T, String> value) {
    SortedMap<String, String> tags = new TreeMap<>();
    models.forEach(
        model -> tags.put(key.apply(model), Objects.requireNonNullElse(value.apply(model), "")));
    return tags;
  }

  /**
   * Makes a resource's tags those wanted.
   *
   * @param told what the service tells now
   * @param remove takes away tags by key, not called for none
   * @param add sets tags, not called for none
   */
  public static void align(
      ResourceRequest request,
      Map<String, String> told,
      Consumer<List<String>> remove,
      Consumer<Map<String, String>> add) {
    SortedMap<String, String> wanted = wanted(request);
    List<String> surplus =
        told.keySet().stream()
            .filter(key -> !key.startsWith(ResourceRequest.SYSTEM_TAG) && !wanted.containsKey(key))
            .toList();
    if (!surplus.isEmpty()) {
      remove.accept(surplus);
    }
    wanted.entrySet().removeIf(tag -> tag.getValue().equals(told.get(tag.getKey())));
    if (!wanted.isEmpty()) {
      add.accept(wanted);
    }
  }

  /** Takes away what only AWS gives, which no template could have. */
  static void hideSystemTags(ObjectNode properties) {
    if (properties.get("Tags") instanceof ArrayNode list) {
      list.removeIf(tag -> tag.path("Key").asText().startsWith(ResourceRequest.SYSTEM_TAG));
    } else if (properties.get("Tags") instanceof ObjectNode map) {
      map.properties().removeIf(tag -> tag.getKey().startsWith(ResourceRequest.SYSTEM_TAG));
    }
  }

  /** Tags as a template writes them. */
  public static ArrayNode json(Map<String, String> tags) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    new TreeMap<>(tags)
        .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
    return list;
  }
}
