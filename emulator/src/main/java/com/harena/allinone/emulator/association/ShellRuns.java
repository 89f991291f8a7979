package com.harena.allinone.emulator.association;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs each command once on its instance, and ends it when its time is up. */
final class ShellRuns implements AutoCloseable {
  private final ManagedInstances instances;
  private final ExecutorService threads = Executors.newCachedThreadPool(ShellRuns::daemon);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(ShellRuns::daemon);

  ShellRuns(ManagedInstances instances) {
    this.instances = instances;
  }

  void begin(ShellCommand command) {
    command.begin();
    command.runs(threads.submit(() -> run(command)));
    command.endsWith(
        clock.schedule(
            () -> command.cut("TimedOut", "ExecutionTimedOut"),
            command.limit().toMillis(),
            TimeUnit.MILLISECONDS));
  }

  private void run(ShellCommand command) {
    try {
      command.end(instances.run(command.instance(), command.script()));
    } catch (IllegalStateException gone) {
      // The instance stopped before or while it ran: its agent tells nothing any more.
      command.cut("Failed", "Terminated");
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "run command");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
  }
}
