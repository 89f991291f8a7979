package com.harena.allinone.move.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a move in good order when its process is asked to end by Ctrl-C or SIGTERM: interrupts the
 * work, waits until it has undone what must not stay, then ends the process with a code of its own.
 */
public final class TerminationGuard implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Interruption interruption;
  private final Thread worker = Thread.currentThread();
  private final int code;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::terminate, "termination");

  /** Guards the work of this thread, from {@link #arm} until it is closed. */
  public TerminationGuard(Interruption interruption, int code) {
    this.interruption = interruption;
    this.code = code;
  }

  /** Begins. */
  public void arm() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void terminate() {
    interruption.ask();
    worker.interrupt();
    try {
      var unused = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(code);
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs already, and ends the process.
    }
  }
}
