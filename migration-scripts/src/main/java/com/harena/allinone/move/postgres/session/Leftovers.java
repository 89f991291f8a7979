package com.harena.allinone.move.postgres.session;

import com.harena.allinone.move.store.Work;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Sessions of an earlier run of the same move, which may still be at work after a kill. */
public final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final String END =
      """
      select pg_terminate_backend(pid), pid::text from pg_stat_activity
      where application_name = ? and datname = current_database() and pid <> pg_backend_pid()
      """;

  private Leftovers() {}

  /** Ends them, and waits until they have gone. This session must be the only one of this run. */
  public static void end(PostgresSession session, Work work) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    String name = PostgresSessions.applicationName(work.move());
    while (true) {
      List<String> left =
          session.query("ending sessions of an earlier run", END, row -> row.getString(2), name);
      if (left.isEmpty()) {
        return;
      }
      if (System.nanoTime() > until) {
        throw session.failure(
            "sessions of an earlier run do not end (process ids %s); end them, then run the same"
                    .formatted(String.join(", ", left))
                + " command again");
      }
      work.proceed();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
