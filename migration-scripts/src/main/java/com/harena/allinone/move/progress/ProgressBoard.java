package com.harena.allinone.move.progress;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The lines of the stores that are at work. On a terminal they are drawn anew several times a
 * second; elsewhere each is printed every ten seconds.
 */
public final class ProgressBoard implements AutoCloseable {
  private static final long LIVE_MILLISECONDS = 200;
  private static final long PLAIN_MILLISECONDS = 10_000;
  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final boolean live;
  private final List<StoreProgress> active = new ArrayList<>();
  private final ScheduledExecutorService clock;
  private int drawn;

  /**
   * A board on an output.
   *
   * @param live whether the output is a terminal
   */
  public ProgressBoard(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
    long period = live ? LIVE_MILLISECONDS : PLAIN_MILLISECONDS;
    clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused = clock.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
  }

  /** A board that shows nothing. */
  public static ProgressBoard silent() {
    return new ProgressBoard(new PrintWriter(java.io.Writer.nullWriter()), false);
  }

  /** A new line. */
  public synchronized StoreProgress open(String name) {
    StoreProgress progress = new StoreProgress(name, System::nanoTime);
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
      String line = progress.line();
      out.println(live && line.length() > WIDTH ? line.substring(0, WIDTH) : line);
    }
    drawn = live ? active.size() : 0;
    out.flush();
  }

  private void erase() {
    if (drawn > 0) {
      out.print("\u001b[" + drawn + "A\u001b[J");
      drawn = 0;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (this) {
      erase();
      out.flush();
    }
  }
}
