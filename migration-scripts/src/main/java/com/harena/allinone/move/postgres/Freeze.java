package com.harena.allinone.move.postgres;

import com.harena.allinone.move.postgres.mark.Mark;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.postgres.session.Reserved;
import com.harena.allinone.move.store.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the source read-only: the database and each role that is set otherwise begin their sessions
 * read-only, and all other sessions are ended, so that none is left from before.
 *
 * <p>The move's own sessions say for themselves that they may write. The checkpoint {@code freeze}
 * holds one line for each setting that was changed: the role (empty for the database), a tab and
 * the value from before (empty for none).
 */
final class Freeze {
  private static final String PIECE = "freeze";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final String OTHERS =
      """
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and application_name <> ? and (backend_type = 'client backend'
          or backend_type like 'pg_cron%' or backend_type = 'logical replication worker')
      """;

  private final PostgresSession session;
  private final Work work;
  private final String database;

  Freeze(PostgresSession session, Work work) {
    this.session = session;
    this.work = work;
    this.database = session.texts("reading", "select current_database()").get(0);
  }

  void freeze() {
    refusePrepared();
    if (work.checkpoints().find(PIECE).isEmpty()) {
      work.checkpoints().done(PIECE, String.join("\n", settings()));
    }
    for (String line : work.checkpoints().find(PIECE).orElseThrow().split("\n", -1)) {
      String role = line.substring(0, line.indexOf('\t'));
      session.execute(
          "making the database read-only",
          "alter %s set %s = on".formatted(where(role), Reserved.FREEZING_SETTING));
    }
    endOthers();
    refusePrepared();
  }

  void unfreeze() {
    Optional<String> noted = work.checkpoints().find(PIECE);
    if (noted.isPresent()) {
      for (String line : noted.get().split("\n", -1)) {
        int tab = line.indexOf('\t');
        restore(line.substring(0, tab), line.substring(tab + 1));
      }
    } else if (settings().contains("\ton")) {
      // Frozen by another step of this move: the database had no such setting of its own then.
      restore("", "");
    } else {
      return;
    }
    // A session that began while the database was frozen would stay read-only.
    endOthers();
    if (noted.isPresent()) {
      work.checkpoints().forget(PIECE);
    }
  }

  private void restore(String role, String value) {
    String set =
        value.isEmpty()
            ? "reset " + Reserved.FREEZING_SETTING
            : "set %s = %s".formatted(Reserved.FREEZING_SETTING, Mark.literal(value));
    session.execute("making the database writable", "alter %s %s".formatted(where(role), set));
  }

  private String where(String role) {
    String here = "database " + Mark.quoted(database);
    return role.isEmpty() ? here : "role %s in %s".formatted(Mark.quoted(role), here);
  }

  /** The database, and each role whose own setting would win over the database's. */
  private List<String> settings() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "\t"
            + session
                .first(
                    "reading settings",
                    """
                    select split_part(c, '=', 2) from pg_db_role_setting s
                      cross join unnest(s.setconfig) c
                    where s.setrole = 0 and split_part(c, '=', 1) = ?
                      and s.setdatabase = (select oid from pg_database
                        where datname = current_database())
                    """,
                    row -> row.getString(1),
                    Reserved.FREEZING_SETTING)
                .orElse(""));
    lines.addAll(
        session.texts(
            "reading settings",
            """
            select distinct r.rolname || E'\\t' || coalesce((
                select split_part(o, '=', 2) from pg_db_role_setting h
                  cross join unnest(h.setconfig) o
                where h.setrole = s.setrole and h.setdatabase <> 0
                  and h.setdatabase = (select oid from pg_database
                    where datname = current_database())
                  and split_part(o, '=', 1) = 'default_transaction_read_only'), '')
            from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
              cross join unnest(s.setconfig) c
            where split_part(c, '=', 1) = ?
              and s.setdatabase in (0, (select oid from pg_database
                where datname = current_database()))
            """,
            Reserved.FREEZING_SETTING));
    return lines;
  }

  private void refusePrepared() {
    List<String> prepared =
        session.texts(
            "looking for prepared transactions",
            "select gid from pg_prepared_xacts where database = current_database()");
    if (!prepared.isEmpty()) {
      throw session.failure(
          "prepared transactions could still be committed: %s; commit or roll them back first"
              .formatted(String.join(", ", prepared)));
    }
  }

  private void endOthers() {
    String name = PostgresSessions.applicationName(work.move());
    String frozenSince = session.texts("reading", "select clock_timestamp()::text").get(0);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      List<String> left =
          session.texts(
              "looking for other sessions",
              "select pid || ' of ' || coalesce(usename, backend_type) "
                  + OTHERS
                  + " and backend_start < ?::timestamptz",
              name,
              frozenSince);
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
      work.progress().waiting("other sessions to end: " + left.size());
      endAll(name, frozenSince);
      work.proceed();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void endAll(String name, String frozenSince) {
    List<String> pids =
        session.texts(
            "looking for other sessions",
            "select pid::text " + OTHERS + " and backend_start < ?::timestamptz",
            name,
            frozenSince);
    for (String pid : pids) {
      try {
        session.texts("ending another session", "select pg_terminate_backend(" + pid + ")::text");
      } catch (com.harena.allinone.move.store.StoreFailure e) {
        // Not ours to end: the loop names it if it stays.
        work.progress().waiting("session " + pid + " to end");
      }
    }
  }
}
