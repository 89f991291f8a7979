package com.harena.allinone.move.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The lines of the stores that are at work. On a terminal they are drawn anew several times a
 * second; elsewhere each is printed every ten seconds.
 */
public final class ProgressBoard implements AutoCloseable {
  static final Duration LIVE = Duration.ofMillis(200);
  static final Duration PLAIN = Duration.ofSeconds(10);

  /** Keeps a long line on one row, which {@link #UP} counts on. */
  private static final String CUT = "\u001b[?7l%s\u001b[?7h";

  private static final String UP = "\u001b[%dA\u001b[J";

  /** Does something again and again until it is closed. */
  interface Repeater {
    /** Begins. */
    Runnable every(Duration period, Runnable work);
  }

  private final PrintWriter out;
  private final boolean live;
  private final LongSupplier nanoTime;
  private final Runnable end;
  private final List<StoreProgress> active = new ArrayList<>();
  private int drawn;

  /**
   * A board on an output.
   *
   * @param live whether the output is a terminal
   */
  public ProgressBoard(PrintWriter out, boolean live) {
    this(out, live, System::nanoTime, ProgressBoard::repeat);
  }

  ProgressBoard(PrintWriter out, boolean live, LongSupplier nanoTime, Repeater repeater) {
    this.out = out;
    this.live = live;
    this.nanoTime = nanoTime;
    this.end = repeater.every(live ? LIVE : PLAIN, this::show);
  }

  private static Runnable repeat(Duration period, Runnable work) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        clock.scheduleAtFixedRate(
            work, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    return clock::shutdownNow;
  }

  /** A board that shows nothing. */
  public static ProgressBoard silent() {
    return new ProgressBoard(new PrintWriter(java.io.Writer.nullWriter()), false);
  }

  /** A new line. */
  public synchronized StoreProgress open(String name) {
    StoreProgress progress = new StoreProgress(name, nanoTime);
    active.add(progress);
    return progress;
  }

  /** Takes a line away. */
  public synchronized void close(StoreProgress progress) {
    erase();
    active.remove(progress);
  }

  /** Prints a line that stays. */
  public synchronized void say(String line) {
    erase();
    out.println(line);
    out.flush();
  }

  /** Takes all lines away until they are drawn anew, so that something else can be printed. */
  public synchronized void pause() {
    erase();
    out.flush();
  }

  private synchronized void show() {
    erase();
    for (StoreProgress progress : active) {
      out.println(live ? CUT.formatted(progress.line()) : progress.line());
    }
    drawn = live ? active.size() : 0;
    out.flush();
  }

  private void erase() {
    if (drawn > 0) {
      out.print(UP.formatted(drawn));
      drawn = 0;
    }
  }

  @Override
  public void close() {
    end.run();
    synchronized (this) {
      erase();
      out.flush();
    }
  }
}
