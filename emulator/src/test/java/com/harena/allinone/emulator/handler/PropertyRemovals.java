package com.harena.allinone.emulator.handler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.fixture.Local;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.schema.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes every property away that the schemas let change, once among all resources of a type. The
 * handler refuses it by the property's name, or what the services tell afterwards is the same
 * whatever the property was: nothing of the old value stays.
 */
final class PropertyRemovals {
  private final Bench bench;
  private final ReviewedResources resources;
  private final Amendments amendments;
  private final Set<String> done = new HashSet<>();
  private int gone;

  PropertyRemovals(Bench bench, ReviewedResources resources, List<ResourceRequest> requests) {
    this.bench = bench;
    this.resources = resources;
    this.amendments = new Amendments(requests, resources);
  }

  /** How many properties were taken away. */
  int count() {
    return gone;
  }

  /** What went otherwise than it should. */
  List<String> faults(List<ResourceRequest> requests) {
    List<String> faults = new ArrayList<>();
    for (ResourceRequest request : requests) {
      List<Leaf> outer = new ArrayList<>();
      Leaf root = Leaf.root(request.properties());
      request.properties().fieldNames().forEachRemaining(name -> outer.add(root.member(name)));
      List<Leaf> inner = new ArrayList<>(amendments.leaves(request));
      inner.removeAll(outer);
      for (List<Leaf> leaves : List.of(outer, inner)) {
        leaves.removeIf(leaf -> !begin(request, leaf));
        try {
          faults.addAll(faults(request, leaves));
        } catch (ResourceFailure refused) {
          faults.add(request.type() + ": " + refused.getMessage());
        }
      }
    }
    return faults;
  }

  /** Whether the property may be taken away, and was not from another resource. */
  private boolean begin(ResourceRequest request, Leaf leaf) {
    ObjectNode without = request.properties().deepCopy();
    return mutable(request, leaf)
        && amendments.refusal(request.type(), leaf.path()).isEmpty()
        && leaf.removed(without)
        && missing(request, without) == missing(request, request.properties())
        && done.add(request.type() + " " + leaf.path());
  }

  private static boolean mutable(ResourceRequest request, Leaf leaf) {
    List<String> path = List.of(leaf.path().split("\\.", -1));
    return Local.SCHEMAS.mark(request.type(), path) != Mark.CREATE_ONLY;
  }

  /** How much of what the schema requires is missing. */
  private static int missing(ResourceRequest request, ObjectNode properties) {
    return Local.SCHEMAS.find(request.type()).orElseThrow().faults(properties, "\u0000").size();
  }

  private List<String> faults(ResourceRequest request, List<Leaf> leaves) {
    while (!leaves.isEmpty()) {
      ObjectNode without = without(request, leaves);
      try {
        JsonNode first = update(request, without, request.properties());
        return remains(request, leaves, without, first);
      } catch (ResourceFailure refused) {
        Optional<Leaf> named = named(leaves, refused.getMessage());
        if (named.isEmpty()) {
          return apart(request, leaves, refused);
        }
        leaves.remove(named.get());
      }
    }
    return List.of();
  }

  /**
   * Only together they may be refused without a name, such as when nothing of an object is left.
   */
  private List<String> apart(ResourceRequest request, List<Leaf> leaves, ResourceFailure refused) {
    if (leaves.size() == 1) {
      return List.of(
          "%s %s: %s".formatted(request.type(), leaves.get(0).path(), refused.getMessage()));
    }
    int half = leaves.size() / 2;
    List<String> faults =
        new ArrayList<>(faults(request, new ArrayList<>(leaves.subList(0, half))));
    faults.addAll(faults(request, new ArrayList<>(leaves.subList(half, leaves.size()))));
    return faults;
  }

  /** What is told after the removal of one value and after the removal of another. */
  private List<String> remains(
      ResourceRequest request, List<Leaf> leaves, ObjectNode without, JsonNode first) {
    ObjectNode amended = amended(request);
    update(request, amended, without);
    JsonNode second = update(request, without, amended);
    update(request, request.properties(), without);
    gone += leaves.size();
    List<String> faults = new ArrayList<>();
    for (Leaf leaf : leaves) {
      JsonPointer at = JsonPointer.compile(leaf.pointer());
      if (!first.at(at).equals(second.at(at))) {
        faults.add(
            "%s %s stays when it is taken away: %s and %s"
                .formatted(request.type(), leaf.path(), first.at(at), second.at(at)));
      }
    }
    return faults;
  }

  /** Every property that can change has another value. */
  private ObjectNode amended(ResourceRequest request) {
    ObjectNode amended = request.properties().deepCopy();
    amendments.leaves(request).stream()
        .filter(leaf -> mutable(request, leaf))
        .filter(leaf -> !amendments.isKept(request.type(), leaf.path()))
        .filter(leaf -> amendments.refusal(request.type(), leaf.path()).isEmpty())
        .forEach(leaf -> leaf.set(amended, amendments.value(request, leaf)));
    return amended;
  }

  private static ObjectNode without(ResourceRequest request, List<Leaf> leaves) {
    ObjectNode without = request.properties().deepCopy();
    leaves.forEach(leaf -> leaf.removed(without));
    return without;
  }

  /** The property that a refusal names, the innermost if several are named. */
  private static Optional<Leaf> named(List<Leaf> leaves, String refusal) {
    String said = refusal.toLowerCase(Locale.ROOT);
    return leaves.stream()
        .filter(
            leaf ->
                said.contains(
                    leaf.path()
                        .substring(leaf.path().lastIndexOf('.') + 1)
                        .toLowerCase(Locale.ROOT)))
        .reduce((one, other) -> other.path().length() > one.path().length() ? other : one);
  }

  private JsonNode update(ResourceRequest request, ObjectNode wanted, ObjectNode previous) {
    ResourceHandler handler = bench.handler(request.type());
    ResourceRequest asked =
        bench.request(request.logicalId(), request.type(), wanted, request.stack().tags());
    handler.update(asked, resources.made(request), previous);
    return handler.read(asked, resources.made(request)).orElseThrow();
  }
}
