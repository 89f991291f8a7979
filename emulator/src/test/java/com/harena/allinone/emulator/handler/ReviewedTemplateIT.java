package com.harena.allinone.emulator.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every resource of the reviewed template that is neither EC2's nor CloudFormation's own. */
class ReviewedTemplateIT {
  private static final Map<String, String> TAGGED = Map.of("Project", "harena", "Stage", "test");

  private final Bench bench = Bench.shared();
  private ReviewedResources resources;

  @Test
  void makesChangesReadsAndRemovesEachResource() throws IOException {
    resources = new ReviewedResources(bench, bench.instance().instanceId());
    List<ResourceRequest> order = resources.make();
    assertThat(order).hasSizeGreaterThan(35);
    PropertyChanges changes = new PropertyChanges(bench, resources, order);
    assertThat(changes.faults(order)).isEmpty();
    assertThat(changes.count()).isGreaterThan(100);
    PropertyRemovals removals = new PropertyRemovals(bench, resources, order);
    assertThat(removals.faults(order)).isEmpty();
    assertThat(removals.count()).isGreaterThan(30);
    assertThat(faults(order, this::updateFault)).isEmpty();
    List<ResourceRequest> backwards = new ArrayList<>(order);
    Collections.reverse(backwards);
    assertThat(faults(backwards, this::deleteFault)).isEmpty();
  }

  private List<String> faults(
      List<ResourceRequest> requests, Function<ResourceRequest, Optional<String>> step) {
    return requests.stream().map(step).flatMap(Optional::stream).toList();
  }

  /** An update that changes nothing but the stack's tags. */
  private Optional<String> updateFault(ResourceRequest request) {
    ResourceHandler handler = bench.handler(request.type());
    ResourceRequest tagged =
        bench.request(request.logicalId(), request.type(), request.properties(), TAGGED);
    Physical updated = handler.update(tagged, resources.made(request), request.properties());
    if (!updated.id().equals(resources.made(request).id())) {
      return Optional.of(request.logicalId() + " has another id");
    }
    JsonNode tags = handler.read(tagged, updated).orElseThrow().path("Tags");
    boolean right =
        tags.isMissingNode()
            || (tags.toString().contains("Stage") && !tags.toString().contains("aws:"));
    return right ? Optional.empty() : Optional.of(request.logicalId() + " has " + tags);
  }

  private Optional<String> deleteFault(ResourceRequest request) {
    ResourceHandler handler = bench.handler(request.type());
    Physical physical = resources.made(request);
    handler.delete(request, physical);
    handler.delete(request, physical);
    return handler
        .read(request, physical)
        .map(left -> request.logicalId() + " is left with " + left);
  }
}
