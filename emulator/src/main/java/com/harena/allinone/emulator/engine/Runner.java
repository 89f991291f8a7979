package com.harena.allinone.emulator.engine;

import com.harena.allinone.emulator.execution.CallGate;
import com.harena.allinone.emulator.execution.Journal;
import com.harena.allinone.emulator.execution.Operations;
import com.harena.allinone.emulator.execution.Work;
import com.harena.allinone.emulator.plan.Exports;
import com.harena.allinone.emulator.plan.Planner;
import com.harena.allinone.emulator.plan.Surroundings;
import com.harena.allinone.emulator.state.StackState;
import com.harena.allinone.emulator.state.StackStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs one operation at a time on each stack, on threads that never keep the process alive. */
final class Runner {
  private final Surroundings surroundings;
  private final Planner planner;
  private final Exports exports;
  private final StackStore store;
  private final CallGate gate;
  private final Clock clock;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "stack operation");
            thread.setDaemon(true);
            return thread;
          });

  Runner(Surroundings surroundings, Exports exports, StackStore store, CallGate gate, Clock clock) {
    this.surroundings = surroundings;
    this.planner = new Planner(surroundings, exports);
    this.exports = exports;
    this.store = store;
    this.gate = gate;
    this.clock = clock;
  }

  Planner planner() {
    return planner;
  }

  Journal journal(StackState stack) {
    return new Journal(stack, store, clock);
  }

  Clock clock() {
    return clock;
  }

  /**
   * Puts a stack into the first state of an operation and starts it.
   *
   * @param prepare changes the stack under its monitor before
   */
  void start(
      StackState stack,
      String status,
      Optional<String> token,
      Consumer<StackState> prepare,
      Consumer<Operations> operation) {
    Journal journal = journal(stack);
    synchronized (stack) {
      prepare.accept(stack);
      stack.operationId = UUID.randomUUID().toString();
      stack.token = token.orElse("");
      journal.stack(status, "User Initiated");
    }
    Work work = new Work(journal, surroundings, planner, exports, gate);
    threads.execute(() -> run(stack, journal, () -> operation.accept(new Operations(work))));
  }

  /** Whatever goes wrong, the stack never stays in progress, and never becomes complete. */
  private void run(StackState stack, Journal journal, Runnable operation) {
    try {
      operation.run();
    } catch (RuntimeException | Error e) {
      journal.stack(Interruption.failed(stack.status), "Internal failure of the local AWS: " + e);
    } finally {
      synchronized (stack) {
        if (stack.gone() && stack.deleted == null) {
          journal.change(any -> stack.deleted = clock.instant());
        }
        stack.notifyAll();
      }
    }
  }

  boolean awaitIdle(StackState stack, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    synchronized (stack) {
      while (stack.busy()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        try {
          stack.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }

  void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(3, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
