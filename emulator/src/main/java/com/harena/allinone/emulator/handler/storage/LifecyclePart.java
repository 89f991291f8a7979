package com.harena.allinone.emulator.handler.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lifecycle of a bucket. The template writes a rule flat ({@code ExpirationInDays}), S3 nests
 * it ({@code Expiration.Days}, {@code Filter.Prefix}).
 */
final class LifecyclePart implements BucketPart {
  /** Template's name, and where S3 has it. */
  private static final Map<String, List<String>> NESTED =
      Map.of(
          "ExpirationInDays", List.of("Expiration", "Days"),
          "ExpirationDate", List.of("Expiration", "Date"),
          "ExpiredObjectDeleteMarker", List.of("Expiration", "ExpiredObjectDeleteMarker"),
          "Prefix", List.of("Filter", "Prefix"),
          "ObjectSizeGreaterThan", List.of("Filter", "ObjectSizeGreaterThan"),
          "ObjectSizeLessThan", List.of("Filter", "ObjectSizeLessThan"));

  private final BucketPart nested;

  LifecyclePart(BucketPart nested) {
    this.nested = nested;
  }

  @Override
  public String property() {
    return nested.property();
  }

  @Override
  public List<String> unknown(ObjectNode value) {
    return nested.unknown(nest(value));
  }

  @Override
  public void put(String bucket, ObjectNode value) {
    nested.put(bucket, nest(value));
  }

  @Override
  public void remove(String bucket) {
    nested.remove(bucket);
  }

  @Override
  public Optional<ObjectNode> read(String bucket) {
    return nested.read(bucket).map(LifecyclePart::flatten);
  }

  private static ObjectNode nest(ObjectNode value) {
    ObjectNode copy = value.deepCopy();
    for (JsonNode each : copy.path("Rules")) {
      if (each instanceof ObjectNode rule) {
        NESTED.forEach(
            (flat, place) -> {
              JsonNode moved = rule.remove(flat);
              if (moved != null) {
                rule.withObject("/" + place.get(0)).set(place.get(1), moved);
              }
            });
        if (!rule.has("Filter")) {
          rule.putObject("Filter").put("Prefix", "");
        }
      }
    }
    return copy;
  }

  private static ObjectNode flatten(ObjectNode told) {
    for (JsonNode each : told.path("Rules")) {
      if (each instanceof ObjectNode rule) {
        rename(rule, "ID", "Id");
        NESTED.forEach(
            (flat, place) -> {
              JsonNode inner = rule.path(place.get(0)).path(place.get(1));
              if (!inner.isMissingNode()) {
                rule.set(flat, inner);
              }
            });
        rule.remove(List.of("Expiration", "Filter"));
      }
    }
    return told;
  }

  private static void rename(ObjectNode rule, String from, String to) {
    JsonNode value = rule.remove(from);
    if (value != null) {
      rule.set(to, value);
    }
  }
}
