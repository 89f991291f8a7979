package com.harena.allinone.emulator.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.plan.Evaluation;
import com.harena.allinone.emulator.plan.Outputs;
import com.harena.allinone.emulator.plan.Planner;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.StackConfig;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import java.util.List;
import java.util.Optional;

/** Makes a stack what its template says, resource by resource; stops at the first failure. */
final class Forward {
  private final Work work;
  private final Evaluation evaluation;
  private final StackConfig config;
  private final Step step;

  Forward(Work work, Evaluation evaluation, StackConfig config) {
    this.work = work;
    this.evaluation = evaluation;
    this.config = config;
    this.step = new Step(work, config);
  }

  /** Why it failed, as the stack's state tells it; empty if everything is as the template says. */
  Optional<String> run() {
    for (String id : evaluation.order()) {
      if (Thread.currentThread().isInterrupted()) {
        return Optional.of("the local AWS ended in the middle of the operation. ");
      }
      boolean present =
          work.stack().resources.containsKey(id) && work.stack().resources.get(id).made().exists();
      if (!make(evaluation.active().get(id))) {
        return Optional.of(
            "The following resource(s) failed to "
                + (present ? "update" : "create")
                + ": ["
                + id
                + "]. ");
      }
    }
    return outputs();
  }

  private boolean make(ResourceDeclaration declared) {
    String id = declared.logicalId();
    ResourceState state = work.stack().resources.get(id);
    ObjectNode properties;
    try {
      properties =
          evaluation.resolver(new LiveValues(work.stack())).properties(declared.properties());
      refuseUnsupported(declared, properties);
    } catch (ApiFailure | ResourceFailure e) {
      return step.refused(declared, state, evaluation.needs(id), e.getMessage());
    }
    Made wanted =
        Made.planned(
            declared,
            properties,
            evaluation.needs(id),
            Planner.tags(work.surroundings(), declared.type(), config));
    return step.make(wanted, state);
  }

  /** Values that only the deploy tells are looked at once more. */
  private void refuseUnsupported(ResourceDeclaration declared, ObjectNode properties) {
    List<String> unsupported =
        work.surroundings().handler(declared.type()).orElseThrow().unsupported(properties);
    if (!unsupported.isEmpty()) {
      throw new ResourceFailure("the local AWS does not support " + String.join(", ", unsupported));
    }
  }

  private Optional<String> outputs() {
    try {
      var outputs = Outputs.of(evaluation, new LiveValues(work.stack()));
      Optional<String> fault = ExportCheck.fault(work, outputs);
      if (fault.isEmpty()) {
        work.journal()
            .change(
                stack -> {
                  stack.outputs = outputs;
                  stack.imports = evaluation.imports();
                });
      }
      return fault;
    } catch (ApiFailure e) {
      return Optional.of(e.getMessage());
    }
  }
}
