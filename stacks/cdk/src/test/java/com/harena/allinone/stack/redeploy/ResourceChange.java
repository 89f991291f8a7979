package com.harena.allinone.stack.redeploy;

import com.harena.allinone.schema.UpdateKind;
import java.util.List;

/**
 * What happens to one resource.
 *
 * @param before its logical id before; empty when it is new
 * @param after its logical id after; empty when it goes
 * @param type its type
 * @param properties what changed; empty for an added or removed resource
 */
record ResourceChange(String before, String after, String type, List<PropertyChange> properties) {
  ResourceChange {
    properties = List.copyOf(properties);
  }

  boolean isAdded() {
    return before.isEmpty();
  }

  boolean isRemoved() {
    return after.isEmpty();
  }

  /** Whether a new logical id takes the place of the old one. */
  boolean isRenamed() {
    return !isAdded() && !isRemoved() && !before.equals(after);
  }

  /** The worst of its properties; a new id is a replacement; coming and going hurts nobody else. */
  UpdateKind kind() {
    UpdateKind worst =
        isRenamed()
            ? UpdateKind.REPLACEMENT
            : isAdded() || isRemoved() ? UpdateKind.IN_PLACE : UpdateKind.NONE;
    for (PropertyChange property : properties) {
      worst = worst.worse(property.kind());
    }
    return worst;
  }

  /** The id that a reader of the new template looks for. */
  String id() {
    return after.isEmpty() ? before : after;
  }

  @Override
  public String toString() {
    return kind().label() + " " + id() + " (" + type + ") " + properties;
  }
}
