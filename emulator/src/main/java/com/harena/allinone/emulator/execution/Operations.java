package com.harena.allinone.emulator.execution;

import com.harena.allinone.emulator.engine.OnStackFailure;
import com.harena.allinone.emulator.plan.Evaluation;
import com.harena.allinone.emulator.state.Leftover;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.StackState;
import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations on a stack from their first state to their last. */
public final class Operations {
  private final Work work;
  private final Journal journal;

  /** Operations on the stack of a journal. */
  public Operations(Work work) {
    this.work = work;
    this.journal = work.journal();
  }

  /** Makes the resources of a new stack. */
  public void create(
      Evaluation evaluation, OnStackFailure onFailure, boolean retainExceptOnCreate) {
    Optional<String> failure = new Forward(work, evaluation, work.stack().config).run();
    if (failure.isEmpty()) {
      // What an earlier failed attempt left is not wanted any more.
      Cleanup cleanup = new Cleanup(work);
      cleanup.commit(evaluation.active().keySet());
      cleanup.run();
      journal.stack("CREATE_COMPLETE", "");
      return;
    }
    switch (onFailure) {
      case DO_NOTHING -> journal.stack("CREATE_FAILED", failure.get());
      case ROLLBACK -> {
        journal.stack("ROLLBACK_IN_PROGRESS", failure.get() + "Rollback requested by user.");
        rollbackCreation(retainExceptOnCreate);
      }
      case DELETE -> {
        journal.stack("ROLLBACK_IN_PROGRESS", failure.get() + "Delete requested by user.");
        rollbackCreation(retainExceptOnCreate);
        if (work.stack().status.equals("ROLLBACK_COMPLETE")) {
          journal.stack("DELETE_IN_PROGRESS", "");
          delete(Set.of());
        }
      }
    }
  }

  /** Removes what a failed creation made; the stack is in its first state of that already. */
  public void rollbackCreation(boolean retainExceptOnCreate) {
    List<Leftover> all = new ArrayList<>(work.stack().leftovers);
    present()
        .forEach(
            made ->
                all.add(new Leftover(made, Rollback.failedCreation(made, retainExceptOnCreate))));
    end(remove(all), "ROLLBACK_COMPLETE", "ROLLBACK_FAILED");
  }

  /** Changes a stack, whose state before is kept already. */
  public void update(
      Evaluation evaluation, OnStackFailure onFailure, boolean retainExceptOnCreate) {
    Optional<String> failure = new Forward(work, evaluation, work.stack().config).run();
    if (failure.isEmpty()) {
      Cleanup cleanup = new Cleanup(work);
      cleanup.commit(evaluation.active().keySet());
      journal.stack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "");
      cleanup.run();
      journal.stack("UPDATE_COMPLETE", "");
    } else if (onFailure == OnStackFailure.DO_NOTHING) {
      journal.stack("UPDATE_FAILED", failure.get());
    } else {
      journal.stack("UPDATE_ROLLBACK_IN_PROGRESS", failure.get());
      rollbackUpdate(Set.of(), false, retainExceptOnCreate);
    }
  }

  /** Brings the state before an update back; the stack is in the first state of that already. */
  public void rollbackUpdate(
      Set<String> skipped, boolean skipFailed, boolean retainExceptOnCreate) {
    if (work.stack().before != null) {
      Optional<String> failed = new Rollback(work, skipped, skipFailed).run(retainExceptOnCreate);
      if (failed.isPresent()) {
        journal.stack(
            "UPDATE_ROLLBACK_FAILED",
            "The following resource(s) failed to update: [" + failed.get() + "]. ");
        return;
      }
    }
    journal.stack("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "");
    new Cleanup(work).run();
    journal.stack("UPDATE_ROLLBACK_COMPLETE", "");
  }

  /** Removes a stack; it is in the first state of that already. */
  public void delete(Set<String> retained) {
    Optional<String> used = ExportCheck.deletion(work);
    if (used.isPresent()) {
      journal.stack("DELETE_FAILED", used.get());
      return;
    }
    StackState stack = work.stack();
    List<Leftover> all = new ArrayList<>(stack.leftovers);
    present()
        .forEach(
            made ->
                all.add(
                    new Leftover(
                        made,
                        retained.contains(made.logicalId())
                            ? Policy.RETAIN
                            : made.deletionPolicy())));
    if (stack.before != null) {
      stack.before.resources().values().stream()
          .map(ResourceState::made)
          .filter(old -> old.exists() && present().stream().noneMatch(now -> sameThing(now, old)))
          .forEach(old -> all.add(new Leftover(old, old.deletionPolicy())));
    }
    List<String> failed = remove(all);
    if (failed.isEmpty()) {
      journal.change(
          any -> {
            stack.before = null;
            stack.outputs = new ArrayList<>();
            stack.imports = new ArrayList<>();
          });
    }
    end(failed, "DELETE_COMPLETE", "DELETE_FAILED");
  }

  private static boolean sameThing(Made one, Made other) {
    return one.logicalId().equals(other.logicalId()) && one.physicalId().equals(other.physicalId());
  }

  private List<Made> present() {
    return work.stack().resources.values().stream()
        .map(ResourceState::made)
        .filter(Made::exists)
        .toList();
  }

  /** Removes resources and leftovers; what is gone has no physical id any more. */
  private List<String> remove(List<Leftover> all) {
    StackState stack = work.stack();
    Removal.Teller teller =
        (made, status, reason) -> {
          ResourceState state = stack.resources.get(made.logicalId());
          if (state != null && sameThing(state.made(), made)) {
            journal.resource(made, status, reason);
          } else {
            journal.leftover(made, status, reason);
          }
        };
    return new Removal(work, stack.config, 1, teller, this::gone).run(all);
  }

  private void gone(Leftover leftover) {
    journal.change(
        stack -> {
          stack.leftovers.remove(leftover);
          ResourceState state = stack.resources.get(leftover.made().logicalId());
          if (state != null
              && sameThing(state.made(), leftover.made())
              && state.status().equals("DELETE_COMPLETE")) {
            stack.resources.put(
                leftover.made().logicalId(),
                new ResourceState(
                    leftover.made().with(null), state.status(), state.reason(), state.time()));
          }
        });
  }

  private void end(List<String> failed, String complete, String broken) {
    if (failed.isEmpty()) {
      journal.stack(complete, "");
    } else {
      journal.stack(
          broken,
          "The following resource(s) failed to delete: [" + String.join(", ", failed) + "]. ");
    }
  }
}
