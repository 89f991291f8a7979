package com.harena.allinone.emulator.engine;

import com.harena.allinone.emulator.engine.ChangeSetRequest.ChangeSetType;
import com.harena.allinone.emulator.plan.Plan;
import com.harena.allinone.emulator.state.ChangeSetState;
import com.harena.allinone.emulator.state.StackState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The change sets of every stack. */
final class ChangeSets {
  private static final String NO_CHANGES =
      "The submitted information didn't contain changes. Submit different information to create a"
          + " change set.";

  private final StackDirectory directory;
  private final Stacks stacks;
  private final Runner runner;

  ChangeSets(StackDirectory directory, Stacks stacks, Runner runner) {
    this.directory = directory;
    this.stacks = stacks;
    this.runner = runner;
  }

  /** A change set with its stack. */
  record Found(StackState stack, ChangeSetState changeSet) {}

  ChangeSetIds create(ChangeSetRequest request) {
    if (!request.name().matches("[a-zA-Z][-a-zA-Z0-9]{0,127}")) {
      throw Stacks.constraint("changeSetName", request.name());
    }
    Optional<StackState> existing = directory.find(request.stack().stackName());
    StackState stack =
        request.type() == ChangeSetType.CREATE
            ? underReview(request, existing)
            : stacks.updatable(request.stack().stackName());
    synchronized (stack) {
      if (stack.changeSets.stream().anyMatch(each -> each.name().equals(request.name()))) {
        throw new ApiFailure(
            "AlreadyExistsException", "ChangeSet [" + request.name() + "] already exists");
      }
      Plan plan = runner.planner().plan(stack, request.stack());
      ChangeSetState changeSet = changeSet(request, stack, plan);
      if (existing.isEmpty()) {
        stacks.keep(stack, request.stack());
      }
      runner.journal(stack).change(any -> stack.changeSets.add(changeSet));
      return new ChangeSetIds(changeSet.id(), stack.id);
    }
  }

  private StackState underReview(ChangeSetRequest request, Optional<StackState> existing) {
    if (existing.isPresent() && !existing.get().underReview()) {
      throw ApiFailure.validation(
          "Stack ["
              + request.stack().stackName()
              + "] already exists and cannot be created again with the changeSet ["
              + request.name()
              + "].");
    }
    return existing.orElseGet(() -> stacks.fresh(request.stack().stackName()));
  }

  private ChangeSetState changeSet(ChangeSetRequest request, StackState stack, Plan plan) {
    boolean changes = Stacks.changes(stack, plan);
    return new ChangeSetState(
        request.name(),
        stacks.arn("changeSet/" + request.name() + "/" + UUID.randomUUID()),
        request.description().orElse(""),
        plan.config(),
        request.stack().onFailure(),
        runner.clock().instant(),
        changes ? "CREATE_COMPLETE" : "FAILED",
        changes ? "AVAILABLE" : "UNAVAILABLE",
        changes ? "" : NO_CHANGES,
        "",
        plan.changes());
  }

  Found require(Optional<String> stackName, String nameOrId) {
    return find(stackName, nameOrId)
        .orElseThrow(
            () ->
                new ApiFailure("ChangeSetNotFound", "ChangeSet [" + nameOrId + "] does not exist"));
  }

  Optional<Found> find(Optional<String> stackName, String nameOrId) {
    List<StackState> candidates =
        stackName.map(name -> List.of(directory.holding(name))).orElseGet(directory::all);
    for (StackState stack : candidates) {
      synchronized (stack) {
        for (ChangeSetState each : stack.changeSets) {
          if (each.id().equals(nameOrId)
              || (stackName.isPresent() && each.name().equals(nameOrId))) {
            return Optional.of(new Found(stack, each));
          }
        }
      }
    }
    return Optional.empty();
  }

  void delete(Optional<String> stackName, String nameOrId) {
    find(stackName, nameOrId)
        .ifPresent(
            found ->
                runner
                    .journal(found.stack())
                    .change(stack -> stack.changeSets.remove(found.changeSet())));
  }

  void execute(Optional<String> stackName, String nameOrId, Execution execution) {
    Found found = require(stackName, nameOrId);
    StackState stack = found.stack();
    ChangeSetState changeSet = found.changeSet();
    synchronized (stack) {
      if (!changeSet.executionStatus().equals("AVAILABLE")) {
        throw new ApiFailure(
            "InvalidChangeSetStatus",
            "ChangeSet ["
                + changeSet.id()
                + "] cannot be executed in its current execution status of ["
                + changeSet.executionStatus()
                + "]");
      }
      stacks.run(
          stack,
          changeSet.config(),
          execution.onFailure().orElse(changeSet.onFailure()),
          execution,
          any -> {
            stack.changeSetId = changeSet.id();
            stack.changeSets.clear();
            stack.changeSets.add(changeSet.executed("EXECUTE_IN_PROGRESS", ""));
          });
      runner
          .journal(stack)
          .change(
              any ->
                  stack.changeSets.replaceAll(
                      each ->
                          each.id().equals(changeSet.id())
                              ? each.executed("EXECUTE_COMPLETE", stack.operationId)
                              : each));
    }
  }
}
