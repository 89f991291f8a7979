package com.harena.allinone.emulator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * A resource that exists.
 *
 * @param id its physical id
 * @param reference what {@code Ref} gives, in most types the physical id
 * @param attributes what {@code Fn::GetAtt} gives, by name; dotted names stand as one name
 */
public record Physical(String id, String reference, ObjectNode attributes) {
  /** Refuses a missing part; the attributes are copied. */
  public Physical {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reference, "reference");
    attributes = attributes.deepCopy();
  }

  /** A resource that {@code Ref} names by its physical id. */
  public static Physical of(String id, ObjectNode attributes) {
    return new Physical(id, id, attributes);
  }
}
