package com.harena.allinone.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A resource that exists.
 *
 * @param id its physical id
 * @param reference what {@code Ref} gives, in most types the physical id
 * @param attributes what {@code Fn::GetAtt} gives, by name; dotted names stand as one name
 * @param secret whether the attributes are secrets, which nothing may tell
 */
public record Physical(String id, String reference, ObjectNode attributes, boolean secret) {
  /** Refuses a missing part; the attributes are copied. */
  public Physical {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reference, "reference");
    attributes = attributes.deepCopy();
  }

  /** A resource that {@code Ref} names by its physical id. */
  public static Physical of(String id, ObjectNode attributes) {
    return new Physical(id, id, attributes, false);
  }

  /** A resource that {@code Ref} names by something else than its physical id. */
  public static Physical of(String id, String reference, ObjectNode attributes) {
    return new Physical(id, reference, attributes, false);
  }

  /** The same with attributes that nothing may tell, as a custom resource's {@code NoEcho} asks. */
  public Physical hidden() {
    return new Physical(id, reference, attributes, true);
  }

  /** Its secrets: every text and number in attributes that are secret. */
  public Set<String> secrets() {
    Set<String> secrets = new TreeSet<>();
    if (secret) {
      collect(attributes, secrets);
    }
    return secrets;
  }

  private static void collect(JsonNode node, Set<String> secrets) {
    if (node.isContainerNode()) {
      node.forEach(each -> collect(each, secrets));
    } else if (!node.asText().isEmpty() && (node.isTextual() || node.isNumber())) {
      secrets.add(node.asText());
    }
  }
}
