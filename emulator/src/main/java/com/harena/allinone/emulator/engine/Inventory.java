package com.harena.allinone.emulator.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.plan.Planner;
import com.harena.allinone.emulator.plan.Surroundings;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.StackState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Believes no stack: asks the services for every resource that a stack is said to have. Calls cost
 * time, so a stack that is being changed meanwhile is answered as it was at the beginning.
 */
public final class Inventory {
  private final StackDirectory directory;
  private final Surroundings surroundings;
  private final Planner planner;

  Inventory(StackDirectory directory, Surroundings surroundings, Planner planner) {
    this.directory = directory;
    this.surroundings = surroundings;
    this.planner = planner;
  }

  /**
   * The resources of a stack, each with what its service tells.
   *
   * @throws ApiFailure if there is no such stack
   */
  public List<Finding> of(String stackName) {
    StackState stack = directory.require(stackName);
    List<Finding> findings = new ArrayList<>();
    for (ResourceDescription each : Descriptions.resources(stack)) {
      Optional<Made> made;
      synchronized (stack) {
        made = Optional.ofNullable(stack.resources.get(each.logicalId())).map(one -> one.made());
      }
      findings.add(
          new Finding(
              each,
              made.map(Made::properties).orElseGet(JsonNodeFactory.instance::objectNode),
              made.filter(Made::exists).flatMap(one -> told(stack, one))));
    }
    return List.copyOf(findings);
  }

  private Optional<ObjectNode> told(StackState stack, Made made) {
    ResourceRequest request =
        new ResourceRequest(
            planner.scope(stack, stack.config), made.logicalId(), made.type(), made.properties());
    try {
      return surroundings
          .handler(made.type())
          .flatMap(handler -> handler.read(request, made.physical()));
    } catch (ResourceFailure e) {
      // A service that refuses to tell has not told: it does not count as found.
      return Optional.empty();
    }
  }
}
