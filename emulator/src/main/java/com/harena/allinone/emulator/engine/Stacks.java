package com.harena.allinone.emulator.engine;

import com.harena.allinone.emulator.execution.Operations;
import com.harena.allinone.emulator.plan.Evaluation;
import com.harena.allinone.emulator.plan.Plan;
import com.harena.allinone.emulator.plan.Planner;
import com.harena.allinone.emulator.plan.Surroundings;
import com.harena.allinone.emulator.state.StackConfig;
import com.harena.allinone.emulator.state.StackState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Starts the operations that stacks are in a state for. */
final class Stacks {
  private static final Set<String> UPDATABLE =
      Set.of(
          "CREATE_COMPLETE",
          "CREATE_FAILED",
          "UPDATE_COMPLETE",
          "UPDATE_FAILED",
          "UPDATE_ROLLBACK_COMPLETE");

  private final StackDirectory directory;
  private final Surroundings surroundings;
  private final Runner runner;

  Stacks(StackDirectory directory, Surroundings surroundings, Runner runner) {
    this.directory = directory;
    this.surroundings = surroundings;
    this.runner = runner;
  }

  String arn(String resource) {
    return "arn:aws:cloudformation:"
        + surroundings.region()
        + ":"
        + surroundings.account()
        + ":"
        + resource;
  }

  /** A stack that nobody knows of yet. */
  StackState fresh(String name) {
    if (!name.matches("[a-zA-Z][-a-zA-Z0-9]{0,127}")) {
      throw constraint("stackName", name);
    }
    StackState stack = new StackState();
    stack.name = name;
    stack.id = arn("stack/" + name + "/" + UUID.randomUUID());
    stack.created = runner.clock().instant();
    return stack;
  }

  static ApiFailure constraint(String member, String value) {
    return ApiFailure.validation(
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + member
            + "' failed to satisfy constraint: Member must satisfy regular expression pattern:"
            + " [a-zA-Z][-a-zA-Z0-9]*, of at most 128 characters");
  }

  /** Makes a stack known that a change set will create. */
  void keep(StackState stack, StackRequest request) {
    stack.terminationProtection = request.terminationProtection();
    directory.add(stack);
    runner.journal(stack).stack("REVIEW_IN_PROGRESS", "User Initiated");
  }

  StackState updatable(String nameOrId) {
    StackState stack = directory.holding(nameOrId);
    synchronized (stack) {
      if (!UPDATABLE.contains(stack.status)) {
        throw ApiFailure.validation(
            "Stack:" + stack.id + " is in " + stack.status + " state and can not be updated.");
      }
    }
    return stack;
  }

  String create(StackRequest request) {
    if (directory.find(request.stackName()).isPresent()) {
      throw new ApiFailure(
          "AlreadyExistsException", "Stack [" + request.stackName() + "] already exists");
    }
    StackState stack = fresh(request.stackName());
    Plan plan = runner.planner().plan(stack, request);
    stack.terminationProtection = request.terminationProtection();
    directory.add(stack);
    run(stack, plan.config(), request.onFailure(), execution(request), any -> {});
    return stack.id;
  }

  String update(StackRequest request) {
    StackState stack = updatable(request.stackName());
    synchronized (stack) {
      Plan plan = runner.planner().plan(stack, request);
      if (!changes(stack, plan)) {
        throw ApiFailure.validation("No updates are to be performed.");
      }
      run(
          stack,
          plan.config(),
          request.onFailure(),
          execution(request),
          any -> stack.changeSets.clear());
    }
    return stack.id;
  }

  private static Execution execution(StackRequest request) {
    return new Execution(Optional.empty(), false, request.token());
  }

  /** A stack whose last operation failed can always go on. */
  static boolean changes(StackState stack, Plan plan) {
    return Planner.changes(stack, plan)
        || stack.before != null
        || !stack.leftovers.isEmpty()
        || stack.status.endsWith("_FAILED");
  }

  /** Starts to make or change a stack as is wanted. */
  void run(
      StackState stack,
      StackConfig config,
      OnStackFailure onFailure,
      Execution execution,
      Consumer<StackState> also) {
    boolean first =
        stack.status.isEmpty() || stack.underReview() || stack.status.equals("CREATE_FAILED");
    if (!first) {
      updatable(stack.id);
    }
    runner.start(
        stack,
        first ? "CREATE_IN_PROGRESS" : "UPDATE_IN_PROGRESS",
        execution.token(),
        any -> {
          also.accept(stack);
          if (!first) {
            stack.before = stack.before == null ? stack.snapshot() : stack.before;
            stack.updated = runner.clock().instant();
          }
          stack.config = config;
          stack.onFailure = onFailure;
        },
        operations -> {
          Evaluation evaluation = runner.planner().evaluation(stack, config);
          if (first) {
            operations.create(evaluation, onFailure, execution.retainExceptOnCreate());
          } else {
            operations.update(evaluation, onFailure, execution.retainExceptOnCreate());
          }
        });
  }

  void delete(String nameOrId, Set<String> retain, Optional<String> token) {
    Optional<StackState> found = directory.find(nameOrId);
    if (found.isEmpty() || found.get().gone()) {
      return;
    }
    StackState stack = found.get();
    synchronized (stack) {
      if (stack.terminationProtection) {
        throw ApiFailure.validation(
            "Stack [" + stack.name + "] cannot be deleted while TerminationProtection is enabled");
      }
      if (stack.status.equals("DELETE_IN_PROGRESS")) {
        return;
      }
      if (stack.busy()) {
        throw ApiFailure.validation(
            "Stack [" + stack.id + "] cannot be deleted while in status " + stack.status);
      }
      if (!retain.isEmpty() && !stack.status.equals("DELETE_FAILED")) {
        throw ApiFailure.validation(
            "Invalid operation on stack ["
                + stack.id
                + "]. When you delete a stack, specify which resources to retain only when the"
                + " stack is in the DELETE_FAILED state.");
      }
      runner.start(
          stack,
          "DELETE_IN_PROGRESS",
          token,
          any -> stack.changeSets.clear(),
          operations -> operations.delete(retain));
    }
  }

  String rollback(RollbackRequest request) {
    StackState stack = directory.holding(request.stackName());
    synchronized (stack) {
      boolean creation = stack.status.equals("CREATE_FAILED");
      if (!creation && !(stack.status.equals("UPDATE_FAILED") && stack.before != null)) {
        throw refused(stack, "rolled back");
      }
      start(
          stack,
          request,
          creation ? "ROLLBACK_IN_PROGRESS" : "UPDATE_ROLLBACK_IN_PROGRESS",
          operations -> {
            if (creation) {
              operations.rollbackCreation(request.retainExceptOnCreate());
            } else {
              operations.rollbackUpdate(Set.of(), false, request.retainExceptOnCreate());
            }
          });
      return stack.id;
    }
  }

  void continueRollback(RollbackRequest request) {
    StackState stack = directory.holding(request.stackName());
    synchronized (stack) {
      if (!stack.status.equals("UPDATE_ROLLBACK_FAILED")) {
        throw refused(stack, "continued with its rollback");
      }
      start(
          stack,
          request,
          "UPDATE_ROLLBACK_IN_PROGRESS",
          operations ->
              operations.rollbackUpdate(
                  request.resourcesToSkip(), request.skipFailed(), request.retainExceptOnCreate()));
    }
  }

  private void start(
      StackState stack, RollbackRequest request, String status, Consumer<Operations> operation) {
    runner.start(stack, status, request.token(), any -> stack.changeSets.clear(), operation);
  }

  private static ApiFailure refused(StackState stack, String what) {
    return ApiFailure.validation(
        "Stack:" + stack.id + " is in " + stack.status + " state and can not be " + what + ".");
  }
}
