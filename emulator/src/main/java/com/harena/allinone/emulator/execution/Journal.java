package com.harena.allinone.emulator.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.StackEvent;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.StackState;
import com.harena.allinone.emulator.state.StackStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes what happens to a stack, so that it is kept before it is told. */
public final class Journal {
  private static final String STACK = "AWS::CloudFormation::Stack";

  private final StackState stack;
  private final StackStore store;
  private final Clock clock;

  /** A journal of one stack. */
  public Journal(StackState stack, StackStore store, Clock clock) {
    this.stack = stack;
    this.store = store;
    this.clock = clock;
  }

  /** The stack. */
  StackState of() {
    return stack;
  }

  /** Changes something of the stack without an event. */
  public void change(Consumer<StackState> change) {
    synchronized (stack) {
      change.accept(stack);
      store.save(stack);
    }
  }

  /** The stack is in another state. */
  public void stack(String status, String reason) {
    synchronized (stack) {
      stack.status = status;
      stack.reason = hidden(reason);
      event(stack.name, stack.id, STACK, status, reason, Optional.empty());
      store.save(stack);
    }
  }

  /** A resource of the stack is in another state. */
  void resource(Made made, String status, String reason) {
    synchronized (stack) {
      if (made.exists()) {
        stack.secrets.addAll(made.physical().secrets());
      }
      Instant time =
          event(
              made.logicalId(),
              made.physicalId(),
              made.type(),
              status,
              reason,
              Optional.of(made.properties()));
      stack.resources.put(made.logicalId(), new ResourceState(made, status, hidden(reason), time));
      store.save(stack);
    }
  }

  /** Something happens to what is no resource of the stack any more. */
  void leftover(Made made, String status, String reason) {
    synchronized (stack) {
      event(
          made.logicalId(),
          made.physicalId(),
          made.type(),
          status,
          reason,
          Optional.of(made.properties()));
      store.save(stack);
    }
  }

  /** Times count up, so that readers who sort by them see events in their order. */
  private Instant event(
      String logicalId,
      String physicalId,
      String type,
      String status,
      String reason,
      Optional<ObjectNode> properties) {
    Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!stack.events.isEmpty()) {
      Instant earliest = stack.events.get(stack.events.size() - 1).time().plusMillis(1);
      time = time.isBefore(earliest) ? earliest : time;
    }
    stack.events.add(
        new StackEvent(
            logicalId + "-" + UUID.randomUUID(),
            stack.id,
            stack.name,
            stack.operationId,
            logicalId,
            physicalId,
            type,
            time,
            status,
            reason.isEmpty() ? Optional.empty() : Optional.of(hidden(reason)),
            properties.map(each -> hidden(each.toString())),
            stack.token.isEmpty() ? Optional.empty() : Optional.of(stack.token)));
    return time;
  }

  private String hidden(String text) {
    return stack.masking().hide(text);
  }
}
