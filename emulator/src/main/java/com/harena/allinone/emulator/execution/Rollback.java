package com.harena.allinone.emulator.execution;

import com.harena.allinone.emulator.graph.Graph;
import com.harena.allinone.emulator.plan.Verdict;
import com.harena.allinone.emulator.state.Leftover;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.Snapshot;
import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings the state before an update back; may be run again after it failed. */
final class Rollback {
  private final Work work;
  private final Set<String> skipped;
  private final boolean skipFailed;

  Rollback(Work work, Set<String> skipped, boolean skipFailed) {
    this.work = work;
    this.skipped = skipped;
    this.skipFailed = skipFailed;
  }

  /** The resource that could not be brought back, empty if all is as before. */
  Optional<String> run(boolean retainExceptOnCreate) {
    Snapshot before = work.stack().before;
    Graph graph = new Graph();
    before
        .resources()
        .values()
        .forEach(each -> graph.add(each.made().logicalId(), each.made().needs()));
    for (String id : graph.order()) {
      if (!restore(before, before.resources().get(id))) {
        return Optional.of(id);
      }
    }
    work.journal()
        .change(
            stack -> {
              for (ResourceState each : new ArrayList<>(stack.resources.values())) {
                Made made = each.made();
                if (!before.resources().containsKey(made.logicalId())) {
                  stack.resources.remove(made.logicalId());
                  if (made.exists()) {
                    stack.leftovers.add(
                        new Leftover(made, failedCreation(made, retainExceptOnCreate)));
                  }
                }
              }
              stack.config = before.config();
              stack.outputs = new ArrayList<>(before.outputs());
              stack.imports = new ArrayList<>(before.imports());
              stack.before = null;
            });
    return Optional.empty();
  }

  /** What becomes of a resource whose creation is undone. */
  static Policy failedCreation(Made made, boolean retainExceptOnCreate) {
    Policy policy = made.deletionPolicy();
    boolean goes =
        policy == Policy.RETAIN_EXCEPT_ON_CREATE
            || policy == Policy.SNAPSHOT
            || retainExceptOnCreate;
    return goes ? Policy.DELETE : policy;
  }

  private boolean restore(Snapshot before, ResourceState old) {
    Made was = old.made();
    ResourceState state = work.stack().resources.get(was.logicalId());
    if (state == null || state.made().equals(was) || !was.exists()) {
      put(old, state);
      return true;
    }
    if (skipped.contains(was.logicalId())) {
      return skip(state.made());
    }
    Made now = state.made();
    boolean elsewhere = !now.physicalId().equals(was.physicalId());
    if (elsewhere && !Schemas.isCustom(was.type())) {
      if (now.exists()) {
        leave(now);
      }
      put(old, state);
      return true;
    }
    return changeBack(before, old, now);
  }

  private boolean changeBack(Snapshot before, ResourceState old, Made now) {
    Made was = old.made();
    List<Verdict> verdicts =
        Verdict.of(work.surroundings().schemas(), was.type(), now.properties(), was.properties());
    if (verdicts.stream().anyMatch(each -> each.kind() == UpdateKind.REFUSED)) {
      // As on AWS, which leaves a volume that has grown as large as it is.
      work.journal()
          .resource(now, "UPDATE_COMPLETE", "Resource cannot be changed back; left as it is");
      return true;
    }
    if (verdicts.isEmpty()
        && now.tags().equals(was.tags())
        && now.physical().equals(was.physical())) {
      put(old, null);
      return true;
    }
    work.journal().resource(now, "UPDATE_IN_PROGRESS", "");
    Outcome outcome =
        work.calls().update(work.request(was, before.config()), now.physical(), now.properties());
    Made back = outcome.physical().map(was::with).orElse(now);
    if (!outcome.succeeded()) {
      work.journal().resource(now, "UPDATE_FAILED", outcome.why());
      return skipFailed && skip(now);
    }
    for (Made each : List.of(now, was)) {
      if (!each.physicalId().equals(back.physicalId())) {
        leave(each);
      }
    }
    work.journal().resource(back, "UPDATE_COMPLETE", "");
    return true;
  }

  private boolean skip(Made now) {
    work.journal().resource(now, "UPDATE_COMPLETE", "Resource skipped during UpdateRollback");
    return true;
  }

  private void leave(Made made) {
    work.journal()
        .change(
            stack -> {
              Leftover leftover = new Leftover(made, Policy.DELETE);
              if (!stack.leftovers.contains(leftover)) {
                stack.leftovers.add(leftover);
              }
            });
  }

  /** The resource is the one before again; an event tells, if anything had happened to it. */
  private void put(ResourceState old, ResourceState now) {
    boolean touched = now != null && !now.status().equals(old.status());
    if (touched && old.made().exists()) {
      work.journal().resource(old.made(), "UPDATE_COMPLETE", "");
    } else {
      Instant time = old.time();
      work.journal()
          .change(
              stack ->
                  stack.resources.put(
                      old.made().logicalId(),
                      new ResourceState(old.made(), old.status(), old.reason(), time)));
    }
  }
}
