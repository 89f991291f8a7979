package com.harena.allinone.emulator.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.plan.Exports;
import com.harena.allinone.emulator.plan.Planner;
import com.harena.allinone.emulator.plan.Surroundings;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.StackConfig;
import com.harena.allinone.emulator.state.StackState;

/**
 * What every step of an operation needs.
 *
 * @param journal the stack's journal
 * @param surroundings what stacks live in
 * @param planner evaluates templates
 * @param exports what stacks export to each other
 * @param gate sees every call to a handler
 */
public record Work(
    Journal journal, Surroundings surroundings, Planner planner, Exports exports, CallGate gate) {

  StackState stack() {
    return journal.of();
  }

  Calls calls() {
    return new Calls(surroundings, gate);
  }

  ResourceRequest request(Made made, StackConfig config) {
    return request(made, made.properties(), config);
  }

  private ResourceRequest request(Made made, ObjectNode properties, StackConfig config) {
    return new ResourceRequest(
        planner.scope(stack(), config), made.logicalId(), made.type(), properties);
  }
}
