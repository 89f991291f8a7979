package com.harena.allinone.move.progress;

import com.harena.allinone.move.store.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** How far one store is; safe for several threads. */
public final class StoreProgress implements Progress {
  private static final double NANOS = 1e9;

  private final String name;
  private final LongSupplier nanoTime;
  private final List<Phase> phases = new ArrayList<>();
  private String what = "";
  private Unit unit = Unit.ITEMS;
  private long total;
  private long done;
  private long began;
  private String waiting = "";

  StoreProgress(String name, LongSupplier nanoTime) {
    this.name = name;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void begin(String work, long amount, Unit of) {
    end();
    what = work;
    total = amount;
    unit = of;
    done = 0;
    waiting = "";
    began = nanoTime.getAsLong();
  }

  @Override
  public synchronized void advance(long amount) {
    done += amount;
  }

  @Override
  public synchronized void waiting(String reason) {
    waiting = reason;
  }

  /** Ends the piece of work at hand, and returns all of them. */
  public synchronized List<Phase> phases() {
    end();
    what = "";
    return List.copyOf(phases);
  }

  private void end() {
    if (!what.isEmpty()) {
      phases.add(new Phase(what, (nanoTime.getAsLong() - began) / NANOS, done, unit));
    }
  }

  /** One line: what, how much, how fast, how long still, and what it waits for. */
  synchronized String line() {
    if (what.isEmpty()) {
      return name;
    }
    double seconds = (nanoTime.getAsLong() - began) / NANOS;
    StringBuilder line = new StringBuilder(name).append("  ").append(what);
    if (done > 0 || total > 0) {
      line.append("  ").append(Amounts.text(done, total, unit));
    }
    double rate = seconds < 0.5 ? 0 : done / seconds;
    if (rate > 0) {
      line.append("  ").append(Amounts.rate(rate, unit));
    }
    if (rate > 0 && total > done) {
      Duration left = Duration.ofSeconds(Math.round((total - done) / rate));
      line.append("  ").append(Amounts.time(left)).append(" left");
    }
    if (!waiting.isEmpty()) {
      line.append("  waits for ").append(waiting);
    }
    return line.toString();
  }
}
