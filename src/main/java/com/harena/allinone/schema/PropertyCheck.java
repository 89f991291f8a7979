package com.harena.allinone.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.schema.PropertyFault.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds properties against a schema. */
final class PropertyCheck {
  private final Map<String, JsonNode> types;
  private final boolean open;
  private final String placeholder;

  /**
   * A check.
   *
   * @param placeholder a text with this in it stands for a value that is not known yet, and fits
   *     everywhere
   * @param open whether properties that the outermost schema does not name are allowed
   */
  PropertyCheck(Map<String, JsonNode> types, String placeholder, boolean open) {
    this.types = types;
    this.placeholder = placeholder;
    this.open = open;
  }

  List<PropertyFault> check(JsonNode schema, JsonNode properties) {
    List<PropertyFault> faults = new ArrayList<>();
    object(schema, properties, "", open, faults);
    return faults;
  }

  private void object(
      JsonNode schema, JsonNode value, String prefix, boolean others, List<PropertyFault> faults) {
    value
        .properties()
        .forEach(
            field -> {
              String path = prefix + field.getKey();
              JsonNode property = schema.get(field.getKey());
              if (property != null) {
                property(property, field.getValue(), path, faults);
              } else if (!others) {
                faults.add(new PropertyFault(path, Problem.UNKNOWN));
              }
            });
    schema
        .properties()
        .forEach(
            field -> {
              if (field.getValue().path("required").asBoolean() && !value.has(field.getKey())) {
                faults.add(new PropertyFault(prefix + field.getKey(), Problem.MISSING));
              }
            });
  }

  /** Types that the property had before stay allowed, as on AWS. */
  private void property(JsonNode schema, JsonNode value, String path, List<PropertyFault> faults) {
    List<JsonNode> possible = new ArrayList<>();
    possible.add(schema.path("type"));
    schema.path("previousTypes").forEach(possible::add);
    oneOf(possible, value, path, faults);
  }

  private void oneOf(
      List<JsonNode> possible, JsonNode value, String path, List<PropertyFault> faults) {
    List<PropertyFault> first = null;
    for (JsonNode type : possible) {
      List<PropertyFault> found = new ArrayList<>();
      value(type, value, path, found);
      if (found.isEmpty()) {
        return;
      }
      first = first == null ? found : first;
    }
    if (first != null) {
      faults.addAll(first);
    }
  }

  private void value(JsonNode type, JsonNode value, String path, List<PropertyFault> faults) {
    if (value.isTextual() && value.asText().contains(placeholder)) {
      return;
    }
    switch (type.path("type").asText()) {
      case "ref" -> {
        if (value.isObject()) {
          object(types.get(type.at("/reference/$ref").asText()), value, path + ".", false, faults);
        } else {
          wrong(path, faults);
        }
      }
      case "array" -> {
        if (value.isArray()) {
          for (int i = 0; i < value.size(); i++) {
            value(type.get("element"), value.get(i), path + "." + i, faults);
          }
        } else {
          wrong(path, faults);
        }
      }
      case "map" -> {
        if (value.isObject()) {
          value
              .properties()
              .forEach(
                  each ->
                      value(
                          type.get("element"),
                          each.getValue(),
                          path + "." + each.getKey(),
                          faults));
        } else {
          wrong(path, faults);
        }
      }
      case "tag" -> tag(value, path, faults);
      case "union" -> {
        List<JsonNode> members = new ArrayList<>();
        type.path("types").forEach(members::add);
        oneOf(members, value, path, faults);
      }
      case "string", "integer", "number", "boolean", "date-time" -> {
        if (value.isContainerNode()) {
          wrong(path, faults);
        }
      }
      default -> {
        // "json" takes everything
      }
    }
  }

  private static void tag(JsonNode value, String path, List<PropertyFault> faults) {
    if (!value.isObject()) {
      wrong(path, faults);
      return;
    }
    for (String name : List.of("Key", "Value")) {
      if (!value.has(name)) {
        faults.add(new PropertyFault(path + "." + name, Problem.MISSING));
      }
    }
    value
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!List.of("Key", "Value", "PropagateAtLaunch").contains(name)) {
                faults.add(new PropertyFault(path + "." + name, Problem.UNKNOWN));
              }
            });
  }

  private static void wrong(String path, List<PropertyFault> faults) {
    faults.add(new PropertyFault(path, Problem.WRONG_SHAPE));
  }
}
