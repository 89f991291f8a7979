package com.harena.allinone.move.postgres;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads tables and views on the new server, each by a query of its own. */
public final class Readings {
  private final PostgresSessions sessions;

  /** Counts in that database. */
  public Readings(PostgresEndpoint target, SecretSource secrets) {
    this.sessions = new PostgresSessions(target, target, secrets);
  }

  /**
   * How many rows each table has; a table that is not there is left out.
   *
   * @param tables qualified names, quoted where needed
   * @throws com.harena.allinone.move.store.StoreFailure if the server cannot be asked
   */
  public Map<String, Long> count(Collection<String> tables, Work work) {
    Map<String, Long> rows = new TreeMap<>();
    try (PostgresSession session = sessions.open(Side.TARGET, work)) {
      for (String table : tables) {
        work.proceed();
        session
            .first("looking for a table", "select to_regclass(?)::text", r -> r.getString(1), table)
            .ifPresent(found -> rows.put(table, rowsOf(session, table)));
      }
    }
    return rows;
  }

  private static long rowsOf(PostgresSession session, String table) {
    return session
        .first("counting rows", "select count(*) from only " + table, row -> row.getLong(1))
        .orElseThrow();
  }

  /**
   * Those views and materialized views that can be read.
   *
   * @param views qualified names, quoted where needed
   */
  public Set<String> readable(Collection<String> views, Work work) {
    Set<String> readable = new TreeSet<>();
    try (PostgresSession session = sessions.open(Side.TARGET, work)) {
      for (String view : views) {
        work.proceed();
        try {
          session.execute("reading a view", "select * from %s limit 0".formatted(view));
          readable.add(view);
        } catch (StoreFailure e) {
          // Not readable; a server that is gone makes all that follow so too.
          work.proceed();
        }
      }
    }
    return readable;
  }
}
