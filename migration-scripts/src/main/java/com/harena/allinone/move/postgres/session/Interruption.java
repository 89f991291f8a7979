package com.harena.allinone.move.postgres.session;

import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/** Ends the running statement of a connection when the move is to end. */
final class Interruption implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Connection connection;
  private final Work work;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean happened;

  private Interruption(Connection connection, Work work) {
    this.connection = connection;
    this.work = work;
  }

  static Interruption watch(Connection connection, Work work) {
    Interruption interruption = new Interruption(connection, work);
    Thread thread = new Thread(interruption::look, "postgres-interruption");
    thread.setDaemon(true);
    thread.start();
    return interruption;
  }

  boolean happened() {
    return happened;
  }

  private void look() {
    while (!closedWithin(LOOK)) {
      try {
        work.proceed();
      } catch (MoveInterrupted e) {
        happened = true;
        end();
        return;
      }
    }
  }

  /** Cancels again and again: the session may be between two statements; then cuts the line. */
  private void end() {
    long until = System.nanoTime() + GRACE.toNanos();
    while (System.nanoTime() < until) {
      cancel();
      if (closedWithin(LOOK)) {
        return;
      }
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      cancel();
    }
  }

  private void cancel() {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      // The server is away or the statement has ended: the connection is cut in the end.
      happened = true;
    }
  }

  private boolean closedWithin(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
