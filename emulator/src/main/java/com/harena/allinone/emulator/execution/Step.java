package com.harena.allinone.emulator.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.harena.allinone.emulator.plan.Verdict;
import com.harena.allinone.emulator.state.Leftover;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.Snapshot;
import com.harena.allinone.emulator.state.StackConfig;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one resource what is wanted: created, changed in place, replaced, or left as it is. */
final class Step {
  private final Work work;
  private final StackConfig config;

  Step(Work work, StackConfig config) {
    this.work = work;
    this.config = config;
  }

  /** Whether the resource is as wanted. */
  boolean make(Made wanted, ResourceState state) {
    if (state == null || !state.made().exists()) {
      return create(wanted);
    }
    if (state.broken() && state.status().startsWith("CREATE_")) {
      return replace(wanted, state.made());
    }
    List<Verdict> verdicts =
        Verdict.of(
            work.surroundings().schemas(),
            wanted.type(),
            state.made().properties(),
            wanted.properties());
    for (Verdict each : verdicts) {
      if (each.kind() == UpdateKind.REFUSED) {
        work.journal().resource(state.made(), "UPDATE_FAILED", each.reason());
        return false;
      }
    }
    return switch (Verdict.worst(verdicts)) {
      case REPLACEMENT -> renamed(wanted, state.made()) && replace(wanted, state.made());
      case NONE -> {
        if (!state.broken() && wanted.tags().equals(state.made().tags())) {
          Made same = wanted.with(state.made().physical());
          work.journal()
              .change(
                  stack ->
                      stack.resources.put(
                          same.logicalId(),
                          new ResourceState(same, state.status(), state.reason(), state.time())));
          yield true;
        }
        yield update(wanted, state.made());
      }
      default -> update(wanted, state.made());
    };
  }

  /** A resource whose properties cannot be told: nothing was called. */
  boolean refused(
      ResourceDeclaration declared, ResourceState state, List<String> needs, String why) {
    if (state != null && state.made().exists()) {
      work.journal().resource(state.made(), "UPDATE_FAILED", why);
    } else {
      Made nothing = Made.planned(declared, JsonNodeFactory.instance.objectNode(), needs, Map.of());
      work.journal().resource(nothing, "CREATE_FAILED", why);
    }
    return false;
  }

  private boolean create(Made wanted) {
    work.journal().resource(wanted, "CREATE_IN_PROGRESS", "");
    Outcome outcome = work.calls().create(work.request(wanted, config));
    Made made = outcome.physical().map(wanted::with).orElse(wanted);
    if (!outcome.succeeded()) {
      work.journal().resource(made, "CREATE_FAILED", outcome.why());
      return false;
    }
    work.journal().resource(made, "CREATE_IN_PROGRESS", "Resource creation Initiated");
    work.journal().resource(made, "CREATE_COMPLETE", "");
    return true;
  }

  private boolean update(Made wanted, Made present) {
    Made attempted = wanted.with(present.physical());
    work.journal().resource(attempted, "UPDATE_IN_PROGRESS", "");
    Outcome outcome =
        work.calls().update(work.request(wanted, config), present.physical(), present.properties());
    Made made = outcome.physical().map(wanted::with).orElse(attempted);
    if (outcome.physical().isPresent() && !made.physicalId().equals(present.physicalId())) {
      supersede(present);
    }
    work.journal()
        .resource(made, outcome.succeeded() ? "UPDATE_COMPLETE" : "UPDATE_FAILED", outcome.why());
    return outcome.succeeded();
  }

  private boolean replace(Made wanted, Made present) {
    work.journal()
        .resource(
            present,
            "UPDATE_IN_PROGRESS",
            "Requested update requires the creation of a new physical resource; hence creating"
                + " one.");
    Outcome outcome = work.calls().create(work.request(wanted, config));
    if (!outcome.succeeded()) {
      outcome
          .physical()
          .ifPresent(
              left ->
                  work.journal()
                      .change(
                          stack ->
                              stack.leftovers.add(new Leftover(wanted.with(left), Policy.DELETE))));
      work.journal().resource(present, "UPDATE_FAILED", outcome.why());
      return false;
    }
    Made made = wanted.with(outcome.physical().orElseThrow());
    supersede(present);
    work.journal().resource(made, "UPDATE_IN_PROGRESS", "Resource creation Initiated");
    work.journal().resource(made, "UPDATE_COMPLETE", "");
    return true;
  }

  /** What was made by this or an earlier failed operation goes; what was before may come back. */
  private void supersede(Made present) {
    Snapshot before = work.stack().before;
    ResourceState old = before == null ? null : before.resources().get(present.logicalId());
    if (old == null || !old.made().physicalId().equals(present.physicalId())) {
      work.journal().change(stack -> stack.leftovers.add(new Leftover(present, Policy.DELETE)));
    }
  }

  /** Two resources cannot have one name at a time. */
  private boolean renamed(Made wanted, Made present) {
    Schemas schemas = work.surroundings().schemas();
    Optional<String> naming =
        schemas.find(wanted.type()).isEmpty() || Schemas.isCustom(wanted.type())
            ? Optional.empty()
            : schemas.namingProperty(wanted.type());
    boolean same =
        naming
            .filter(name -> wanted.properties().has(name))
            .map(name -> wanted.properties().get(name).equals(present.properties().get(name)))
            .orElse(false);
    if (same) {
      work.journal()
          .resource(
              present,
              "UPDATE_FAILED",
              "CloudFormation cannot update a stack when a custom-named resource requires"
                  + " replacing. Rename "
                  + wanted.properties().get(naming.orElseThrow()).asText()
                  + " and update the stack again.");
    }
    return !same;
  }
}
