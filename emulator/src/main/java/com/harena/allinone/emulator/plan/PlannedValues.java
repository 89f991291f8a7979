package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.harena.allinone.emulator.intrinsic.Unknown;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.schema.Rulings;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What resources give before a deploy: what is, as far as the deploy leaves it. */
final class PlannedValues implements ResourceValues {
  private final Map<String, ResourceState> present;
  private final Set<String> anew = new HashSet<>();
  private final Set<String> changed = new HashSet<>();

  PlannedValues(Map<String, ResourceState> present) {
    this.present = present;
  }

  /** The resource will be made, or perhaps replaced. */
  void madeAnew(String logicalId) {
    anew.add(logicalId);
  }

  /** The resource will be changed in place. */
  void changedInPlace(String logicalId) {
    changed.add(logicalId);
  }

  /** Whether something of the resource may change. */
  boolean affected(String logicalId) {
    return anew.contains(logicalId) || changed.contains(logicalId);
  }

  @Override
  public JsonNode reference(String logicalId) {
    ResourceState state = present.get(logicalId);
    return anew.contains(logicalId) || state == null || !state.made().exists()
        ? Unknown.value()
        : TextNode.valueOf(state.made().physical().reference());
  }

  @Override
  public JsonNode attribute(String logicalId, String attribute) {
    ResourceState state = present.get(logicalId);
    boolean unknown =
        anew.contains(logicalId)
            || state == null
            || !state.made().exists()
            || !state.made().physical().attributes().has(attribute)
            || (changed.contains(logicalId)
                && Rulings.changesInPlace(state.made().type(), attribute));
    return unknown ? Unknown.value() : state.made().physical().attributes().get(attribute);
  }
}
