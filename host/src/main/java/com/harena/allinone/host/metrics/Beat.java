package com.harena.allinone.host.metrics;

import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Publishes the host's metrics meanwhile, from within a command that takes so long that the unit
 * {@code allinone-metrics} gives way to it: two command lines at a time have no room in the
 * instance's memory, and an alarm that nobody feeds says nothing.
 */
public final class Beat {
  /** As often as the unit's timer. */
  public static final Duration PERIOD = Duration.ofMinutes(2);

  private final Runnable publish;
  private final Timing timing;
  private final Journal journal;
  private volatile boolean ended;
  private boolean told;

  /** Publishes so, on this clock; says there what went wrong, once. */
  public Beat(Runnable publish, Timing timing, Journal journal) {
    this.publish = publish;
    this.timing = timing;
    this.journal = journal;
  }

  /** Publishes what is measured on this machine. */
  public static Beat ofThisMachine(Journal journal) {
    return new Beat(() -> HostMetrics.ofThisMachine(journal), Timing.system(), journal);
  }

  /**
   * Does the work, and publishes every two minutes until it has ended; not when it begins, since
   * the unit has just published. The work ends as it would without.
   */
  public <T> T during(Supplier<T> work) {
    Thread thread = new Thread(this::beat, "metrics meanwhile");
    thread.setDaemon(true);
    thread.start();
    try {
      return work.get();
    } finally {
      ended = true;
      thread.interrupt();
    }
  }

  private void beat() {
    try {
      timing.pause(PERIOD);
      while (!ended) {
        publish();
        timing.pause(PERIOD);
      }
    } catch (IllegalStateException e) {
      // The pause is interrupted when the work has ended.
      tell(e);
    }
  }

  private void publish() {
    try {
      publish.run();
    } catch (RuntimeException | Error e) {
      tell(e);
    }
  }

  private void tell(Throwable failure) {
    if (!ended && !told) {
      told = true;
      journal.say("metrics are not published meanwhile: " + failure.getMessage());
    }
  }
}
