package com.harena.allinone.host.backend;

import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.host.web.HealthPath;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks ten times a second, in a thread of its own. What counts is the time from the last answer
 * before to the first one after, so the figure is never too small, and at most the pause and one
 * question too large.
 */
final class AskedGap implements Gap {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HealthPath health;
  private final Timing timing;
  private final Thread thread;
  private Instant answered;
  private Duration sum = Duration.ZERO;
  private boolean silent;
  private volatile boolean over;

  private AskedGap(HealthPath health, Timing timing) {
    this.health = health;
    this.timing = timing;
    this.answered = timing.now();
    this.thread = new Thread(this::watch, "gap");
    thread.setDaemon(true);
  }

  /** Begins. */
  static AskedGap begin(HealthPath health, Timing timing) {
    AskedGap gap = new AskedGap(health, timing);
    gap.thread.start();
    return gap;
  }

  private void watch() {
    while (!over) {
      ask();
      timing.pause(PAUSE);
    }
  }

  private synchronized void ask() {
    if (health.fault().isPresent()) {
      silent = true;
      return;
    }
    Instant now = timing.now();
    if (silent) {
      sum = sum.plus(Duration.between(answered, now));
      silent = false;
    }
    answered = now;
  }

  @Override
  public Duration end() {
    over = true;
    try {
      thread.join(Duration.ofSeconds(30).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ask();
    return silent ? sum.plus(Duration.between(answered, timing.now())) : sum;
  }
}
