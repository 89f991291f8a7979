package com.harena.allinone.move.postgres;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.postgres.session.Reserved;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sessions of others in the source database, none of which may outlive a change of what sessions
 * begin with.
 *
 * <p>Sessions of the provider's roles are left alone: nobody else may end them, and they do not
 * write what is the application's.
 */
final class OtherSessions {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final String OTHERS =
      """
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and application_name <> ? and backend_start < ?::timestamptz
        and not coalesce(%s, false)
        and (backend_type = 'client backend' or backend_type like 'pg_cron%%'
          or backend_type like 'logical replication%%worker')
      """
          .formatted(Reserved.isProviderRole("usename"));

  /**
   * A session reads its settings before it shows in {@code pg_stat_activity}, and holds this lock
   * on its database from before it does until after it shows.
   */
  private static final String STARTING =
      """
      select pid::text from pg_locks where locktype = 'object' and mode = 'RowExclusiveLock'
        and classid = 'pg_database'::regclass and pid <> pg_backend_pid()
        and objid = (select oid from pg_database where datname = current_database())
      """;

  private final PostgresSession session;
  private final Work work;

  OtherSessions(PostgresSession session, Work work) {
    this.session = session;
    this.work = work;
  }

  /** Ends all that may have begun before now, and waits until they have gone. */
  void end() {
    String now = session.texts("reading", "select clock_timestamp()::text").get(0);
    long until = System.nanoTime() + PATIENCE.toNanos();
    awaitStarting(until);
    String name = PostgresSessions.applicationName(work.move());
    while (true) {
      List<String> left =
          session.texts(
              "looking for other sessions",
              "select pid || ' of ' || coalesce(usename, backend_type) " + OTHERS,
              name,
              now);
      if (left.isEmpty()) {
        work.progress().waiting("");
        return;
      }
      if (System.nanoTime() > until) {
        throw session.failure(
            ("sessions that began before do not end: %s; end them, or grant the role %s"
                    + " membership in theirs or in pg_signal_backend")
                .formatted(String.join(", ", left), session.user()));
      }
      pause("other sessions to end: " + left.size());
      session
          .texts("looking for other sessions", "select pid::text " + OTHERS, name, now)
          .forEach(this::end);
    }
  }

  /** What is not ours to end stays, and is named in the end. */
  private void end(String pid) {
    try {
      session.texts("ending another session", "select pg_terminate_backend(" + pid + ")::text");
    } catch (StoreFailure e) {
      work.progress().waiting("session " + pid + " to end");
    }
  }

  private void awaitStarting(long until) {
    List<String> starting = new ArrayList<>(starting());
    while (!starting.isEmpty()) {
      if (System.nanoTime() > until) {
        throw session.failure(
            "sessions are starting and do not come to an end with it (process ids %s); end them"
                .formatted(String.join(", ", starting)));
      }
      pause("other sessions to start: " + starting.size());
      starting.retainAll(starting());
    }
  }

  private List<String> starting() {
    return session.texts("looking for sessions that start", STARTING);
  }

  private void pause(String reason) {
    work.progress().waiting(reason);
    work.proceed();
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
