package com.harena.allinone.emulator.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does things later, one at a time. */
final class Clock implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final Pace pace;
  private final Queue<Future<?>> pending = new ConcurrentLinkedQueue<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "EC2");
            thread.setDaemon(true);
            return thread;
          });

  Clock(Pace pace) {
    this.pace = pace;
  }

  void after(Duration duration, Runnable work) {
    after(pace.millis(duration), work, ATTEMPTS);
  }

  /** What could not be done although it was tried again; a state that hangs has its reason here. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  private void after(long millis, Runnable work, int attempts) {
    if (later.isShutdown()) {
      return;
    }
    pending.add(
        later.schedule(() -> attempt(millis, work, attempts), millis, TimeUnit.MILLISECONDS));
    pending.removeIf(Future::isDone);
  }

  private void attempt(long millis, Runnable work, int attempts) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (attempts > 1) {
        after(millis, work, attempts - 1);
      } else {
        faults.add(e.toString());
      }
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
