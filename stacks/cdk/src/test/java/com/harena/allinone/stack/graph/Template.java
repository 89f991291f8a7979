package com.harena.allinone.stack.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A CloudFormation template.
 *
 * @param root the whole document
 */
public record Template(JsonNode root) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the text. */
  public static Template parse(String json) {
    try {
      return new Template(JSON.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A template that jsii hands over as maps and lists. */
  public static Template of(Object document) {
    return new Template(JSON.valueToTree(document));
  }

  /** Every resource by its logical id, in the template's order. */
  public Map<String, Resource> resources() {
    Map<String, Resource> resources = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("Resources").properties()) {
      resources.put(entry.getKey(), new Resource(entry.getKey(), entry.getValue()));
    }
    return Collections.unmodifiableMap(resources);
  }

  /** The resource of this logical id. */
  public Resource resource(String id) {
    Resource resource = resources().get(id);
    if (resource == null) {
      throw new IllegalArgumentException(
          "no resource " + id + " in the template, which has " + resources().keySet());
    }
    return resource;
  }

  /** The resources of a type, such as {@code AWS::EC2::Volume}. */
  public List<Resource> ofType(String type) {
    return resources().values().stream().filter(r -> r.type().equals(type)).toList();
  }

  /** The only resource of a type. */
  public Resource only(String type) {
    List<Resource> found = ofType(type);
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "expected one " + type + ", found " + found.stream().map(Resource::id).toList());
    }
    return found.get(0);
  }

  /** Names that a reference may carry besides logical ids: parameters and conditions. */
  Set<String> names(String section) {
    Set<String> names = new TreeSet<>();
    root.path(section).fieldNames().forEachRemaining(names::add);
    return names;
  }
}
