package com.harena.allinone.emulator.fleet;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does things later, one at a time. */
final class Clock implements AutoCloseable {
  private final Pace pace;
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
    later.schedule(work, pace.millis(duration), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
