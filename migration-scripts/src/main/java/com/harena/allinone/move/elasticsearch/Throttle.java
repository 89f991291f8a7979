package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.Work;
import java.time.Duration;

/** How many requests may be under way: half as many when the server is busy, one more by and by. */
final class Throttle {
  private static final int STREAK = 16;
  private static final Duration GLANCE = Duration.ofMillis(50);

  private final int most;
  private int allowed;
  private int running;
  private int streak;

  Throttle(int most) {
    this.most = most;
    this.allowed = most;
  }

  void enter(Work work) {
    while (!tryEnter()) {
      Pause.of(GLANCE, work);
    }
  }

  private synchronized boolean tryEnter() {
    if (running >= allowed) {
      return false;
    }
    running++;
    return true;
  }

  synchronized void leave() {
    running--;
  }

  synchronized void slower() {
    allowed = Math.max(1, allowed / 2);
    streak = 0;
  }

  synchronized void faster() {
    if (++streak >= STREAK && allowed < most) {
      allowed++;
      streak = 0;
    }
  }

  synchronized int allowed() {
    return allowed;
  }
}
