package com.harena.allinone.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiPredicate;

/**
 * What AWS's documentation says of changing a property where the schemas say nothing, or "maybe".
 *
 * @param type resource type; {@code Custom::} for every custom resource
 * @param property path of the property without list positions; everything below it is meant too,
 *     and {@code *} is any property
 * @param when which changes are meant, by value before and after
 * @param kind what the change does
 * @param page where AWS says so
 * @param wording what the page says
 */
public record Ruling(
    String type,
    String property,
    BiPredicate<JsonNode, JsonNode> when,
    UpdateKind kind,
    String page,
    String wording) {

  /** A row for every change of a property. */
  public static Ruling always(
      String type, String property, UpdateKind kind, String page, String wording) {
    return new Ruling(type, property, (before, after) -> true, kind, page, wording);
  }

  /** Whether the row is about this property. */
  public boolean covers(String resourceType, String path) {
    boolean sameType =
        type.equals("Custom::") ? Schemas.isCustom(resourceType) : type.equals(resourceType);
    return sameType
        && (property.equals("*") || path.equals(property) || path.startsWith(property + "."));
  }
}
