package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.PGConnection;

/** Several sessions that look through one snapshot and share a list of tasks. */
final class Gang {
  /** One query or a few. */
  interface Task {
    /** Does it on this session. */
    void run(PostgresSession session);
  }

  private final PostgresSessions sessions;
  private final Side side;
  private final String snapshot;
  private final Work work;
  private final List<PostgresSession> open = new CopyOnWriteArrayList<>();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  Gang(PostgresSessions sessions, Side side, String snapshot, Work work) {
    this.sessions = sessions;
    this.side = side;
    this.snapshot = snapshot;
    this.work = work;
  }

  /** Does all tasks, those in front first; the first failure ends the others and is thrown. */
  void run(List<Task> tasks) {
    Queue<Task> queue = new ConcurrentLinkedQueue<>(tasks);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(work.jobs(), tasks.size()); i++) {
      Thread thread = new Thread(() -> drain(queue), "postgres-" + side.word() + "-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    threads.forEach(this::join);
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private void drain(Queue<Task> queue) {
    try (PostgresSession session = sessions.openReadOnly(side, Optional.of(snapshot), work)) {
      open.add(session);
      tune(session);
      for (Task task = queue.poll(); task != null && failure.get() == null; task = queue.poll()) {
        work.proceed();
        task.run(session);
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  /** The server works with as many processes as it was granted: one for each session. */
  static void tune(PostgresSession session) {
    session.execute(
        "setting up a session", "set max_parallel_workers_per_gather = 0; set jit = off");
  }

  private void fail(RuntimeException cause) {
    if (failure.compareAndSet(null, cause)) {
      for (PostgresSession session : open) {
        try {
          session.connection().unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
          cause.addSuppressed(e);
        }
      }
    }
  }

  private void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
