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
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Changes each property that the schemas let change, once among all resources of a type, in place
 * and back, and looks at what the services tell after each change.
 */
final class PropertyChanges {
  /** Told by nobody: the handler compares its checksum. */
  private static final String CODE = "Code.ZipFile";

  private final Bench bench;
  private final ReviewedResources resources;
  private final Amendments amendments;
  private final Set<String> done = new HashSet<>();

  PropertyChanges(Bench bench, ReviewedResources resources, List<ResourceRequest> requests) {
    this.bench = bench;
    this.resources = resources;
    this.amendments = new Amendments(requests, resources);
  }

  /** How many properties were changed so far. */
  int count() {
    return done.size();
  }

  /** What went otherwise than it should. */
  List<String> faults(List<ResourceRequest> requests) {
    List<String> faults = new ArrayList<>();
    for (ResourceRequest request : requests) {
      List<Leaf> fresh =
          amendments.leaves(request).stream().filter(l -> begin(request, l)).toList();
      List<Leaf> changing = new ArrayList<>();
      for (Leaf leaf : fresh) {
        amendments
            .refusal(request.type(), leaf.path())
            .ifPresentOrElse(
                words -> unrefused(request, leaf, words).ifPresent(faults::add),
                () -> changing.add(leaf));
      }
      if (!changing.isEmpty()) {
        faults.addAll(change(request, changing));
      }
    }
    return faults;
  }

  /** Whether the property is to be changed, and was not in another resource. */
  private boolean begin(ResourceRequest request, Leaf leaf) {
    List<String> path = List.of(leaf.path().split("\\.", -1));
    return Local.SCHEMAS.mark(request.type(), path) != Mark.CREATE_ONLY
        && !amendments.isKept(request.type(), leaf.path())
        && done.add(request.type() + " " + leaf.path());
  }

  private List<String> change(ResourceRequest request, List<Leaf> leaves) {
    ObjectNode amended = request.properties().deepCopy();
    leaves.forEach(leaf -> leaf.set(amended, amendments.value(request, leaf)));
    List<String> faults = new ArrayList<>();
    try {
      update(request, amended, request.properties());
      faults.addAll(differences(request, leaves, amended));
      update(request, request.properties(), amended);
      faults.addAll(differences(request, leaves, request.properties()));
    } catch (ResourceFailure refused) {
      faults.add(request.type() + ": " + refused.getMessage());
    }
    return faults;
  }

  private Optional<String> unrefused(ResourceRequest request, Leaf leaf, String words) {
    ObjectNode amended = request.properties().deepCopy();
    leaf.set(amended, amendments.value(request, leaf));
    String told;
    try {
      update(request, amended, request.properties());
      told = "was changed";
    } catch (ResourceFailure refused) {
      told = refused.getMessage();
    }
    return told.contains(words)
        ? Optional.empty()
        : Optional.of("%s %s: %s, not: %s".formatted(request.type(), leaf.path(), told, words));
  }

  private void update(ResourceRequest request, ObjectNode wanted, ObjectNode previous) {
    ResourceHandler handler = bench.handler(request.type());
    handler.update(with(request, wanted), resources.made(request), previous);
  }

  private List<String> differences(ResourceRequest request, List<Leaf> leaves, ObjectNode wanted) {
    JsonNode told =
        bench
            .handler(request.type())
            .read(with(request, wanted), resources.made(request))
            .orElseThrow();
    List<String> differences = new ArrayList<>();
    for (Leaf leaf : leaves) {
      JsonPointer at = JsonPointer.compile(leaf.pointer());
      if (!leaf.path().equals(CODE) && !same(wanted.at(at), told.at(at))) {
        differences.add(
            "%s %s is %s, not %s"
                .formatted(request.type(), leaf.path(), told.at(at), wanted.at(at)));
      }
    }
    return differences;
  }

  /** Numbers and truths may be told as texts. */
  private static boolean same(JsonNode expected, JsonNode told) {
    if (expected.isValueNode()) {
      return expected.asText().equals(told.asText())
          || (expected.isNumber() && expected.asDouble() == told.asDouble(Double.NaN));
    }
    if (expected.isArray()) {
      return expected.size() == told.size()
          && IntStream.range(0, expected.size()).allMatch(i -> same(expected.get(i), told.path(i)));
    }
    return expected.properties().stream()
        .allMatch(member -> same(member.getValue(), told.path(member.getKey())));
  }

  private ResourceRequest with(ResourceRequest request, ObjectNode properties) {
    return bench.request(request.logicalId(), request.type(), properties, request.stack().tags());
  }
}
