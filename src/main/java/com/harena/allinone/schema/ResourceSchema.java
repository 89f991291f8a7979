package com.harena.allinone.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The published schema of one resource type. */
public final class ResourceSchema {
  private final String type;
  private final JsonNode resource;
  private final Map<String, JsonNode> types;

  ResourceSchema(String type, JsonNode resource, Map<String, JsonNode> types) {
    this.type = type;
    this.resource = resource;
    this.types = types;
  }

  /** The type that it describes. */
  public String type() {
    return type;
  }

  /** Whether the type has such a property. */
  public boolean hasProperty(String name) {
    return resource.path("properties").has(name);
  }

  /** Whether {@code Fn::GetAtt} can give this attribute. */
  public boolean hasAttribute(String name) {
    return resource.path("attributes").has(name) || identifier().contains(name);
  }

  /** Names of what {@code Fn::GetAtt} can give. */
  public Set<String> attributes() {
    Set<String> names = new LinkedHashSet<>();
    resource.path("attributes").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The properties or attributes that identify a resource. */
  public List<String> identifier() {
    List<String> names = new ArrayList<>();
    resource.path("primaryIdentifier").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Whether losing the resource loses data. */
  public boolean stateful() {
    return resource.path("isStateful").asBoolean();
  }

  /** The property that holds tags, if a resource of the type can have them. */
  public Optional<String> tagProperty() {
    String name = resource.path("tagInformation").path("tagPropertyName").asText();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** The macro that makes the type out of others, if it is none of CloudFormation's own. */
  public Optional<String> transform() {
    String name = resource.path("cloudFormationTransform").asText();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** The strongest mark on the way to a property; the path names no list positions. */
  public Mark mark(List<String> path) {
    return mark(resource.path("properties"), path);
  }

  /**
   * What of some properties the schema does not know or misses.
   *
   * @param properties properties, every intrinsic function resolved
   * @param placeholder a text with this in it stands for a value that is not known yet
   */
  public List<PropertyFault> faults(JsonNode properties, String placeholder) {
    return new PropertyCheck(types, placeholder, Schemas.isCustom(type))
        .check(resource.path("properties"), properties);
  }

  private Mark mark(JsonNode properties, List<String> path) {
    JsonNode property = properties.path(path.get(0));
    Mark own =
        switch (property.path("causesReplacement").asText("no")) {
          case "yes" -> Mark.CREATE_ONLY;
          case "maybe" -> Mark.MAYBE;
          default -> Mark.MUTABLE;
        };
    List<String> rest = path.subList(1, path.size());
    if (!rest.isEmpty()) {
      Set<String> nested = new HashSet<>();
      collectTypes(property.path("type"), nested);
      for (String id : nested) {
        if (types.get(id).has(rest.get(0))) {
          Mark below = mark(types.get(id), rest);
          own = below.compareTo(own) > 0 ? below : own;
        }
      }
    }
    return own;
  }

  private static void collectTypes(JsonNode type, Set<String> found) {
    if (type.path("type").asText().equals("ref")) {
      found.add(type.at("/reference/$ref").asText());
    }
    type.path("types").forEach(each -> collectTypes(each, found));
    if (type.has("element")) {
      collectTypes(type.get("element"), found);
    }
  }
}
