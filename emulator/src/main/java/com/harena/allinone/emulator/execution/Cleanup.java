package com.harena.allinone.emulator.execution;

import com.harena.allinone.emulator.state.Leftover;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.Snapshot;
import com.harena.allinone.emulator.state.StackState;
import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Removes what a finished update or rollback no longer needs; the stack is complete either way. */
final class Cleanup {
  private static final int ATTEMPTS = 3;

  private final Work work;

  Cleanup(Work work) {
    this.work = work;
  }

  /** After an update: what was replaced or left the template becomes left over. */
  void commit(Set<String> wanted) {
    work.journal()
        .change(
            stack -> {
              Snapshot before = stack.before;
              if (before != null) {
                before.resources().values().stream()
                    .map(ResourceState::made)
                    .filter(Made::exists)
                    .forEach(old -> afterUpdate(stack, old, wanted));
              }
              stack.resources.entrySet().removeIf(each -> unwanted(stack, each.getValue(), wanted));
              stack.before = null;
            });
  }

  private static void afterUpdate(StackState stack, Made old, Set<String> wanted) {
    if (!wanted.contains(old.logicalId())) {
      stack.leftovers.add(new Leftover(old, old.deletionPolicy()));
      return;
    }
    Made now = stack.resources.get(old.logicalId()).made();
    if (!now.physicalId().equals(old.physicalId())) {
      stack.leftovers.add(new Leftover(old, now.updateReplacePolicy()));
    }
  }

  /** What an earlier failed update made, and this template does not want, goes too. */
  private static boolean unwanted(StackState stack, ResourceState state, Set<String> wanted) {
    Made made = state.made();
    if (wanted.contains(made.logicalId())) {
      return false;
    }
    boolean known =
        stack.leftovers.stream()
            .anyMatch(
                each ->
                    each.made().logicalId().equals(made.logicalId())
                        && each.made().physicalId().equals(made.physicalId()));
    if (made.exists() && !known) {
      stack.leftovers.add(new Leftover(made, Policy.DELETE));
    }
    return true;
  }

  void run() {
    StackState stack = work.stack();
    List<Leftover> leftovers = new ArrayList<>(stack.leftovers);
    new Removal(work, stack.config, ATTEMPTS, work.journal()::leftover, this::forget)
        .run(leftovers);
    // What could not be removed three times stays outside the stack, as on AWS; its events tell.
    work.journal().change(any -> stack.leftovers.clear());
  }

  private void forget(Leftover leftover) {
    work.journal().change(stack -> stack.leftovers.remove(leftover));
  }
}
