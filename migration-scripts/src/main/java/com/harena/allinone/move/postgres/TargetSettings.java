package com.harena.allinone.move.postgres;

import com.harena.allinone.move.postgres.mark.Mark;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.store.StoreFailure;

/** How fast the restore may be without harm to a small server. */
final class TargetSettings {
  private static final long LEAST = 64L << 20;
  private static final long MOST = 256L << 20;

  private static final String CHECK = "client_connection_check_interval";

  private TargetSettings() {}

  /**
   * Commits need not be waited for, because a crash is seen by {@link Mark#isSteady} and the last
   * step waits for them all; no timeout ends a session that waits for its turn; an index whose
   * builder is gone is built no further; memory for building an index is that of the shared
   * buffers, which the server has anyway, within limits.
   */
  static Restoration.Target of(PostgresSession session) {
    long shared =
        session
            .first(
                "reading settings",
                "select pg_size_bytes(current_setting('shared_buffers'))",
                row -> row.getLong(1))
            .orElse(LEAST);
    long memory = Math.max(LEAST, Math.min(MOST, shared));
    String settings =
        "-c synchronous_commit=off -c maintenance_work_mem=%dkB".formatted(memory >> 10);
    if (session.major() >= 14) {
      settings += " -c idle_session_timeout=0";
      settings += noticesLostClients(session) ? " -c %s=2000".formatted(CHECK) : "";
    }
    if (session.major() >= 17) {
      settings += " -c transaction_timeout=0";
    }
    return new Restoration.Target(session.major(), settings);
  }

  /** Not every system that a server runs on can tell it. */
  private static boolean noticesLostClients(PostgresSession session) {
    try {
      session.execute("setting up a session", "set %s = 2000".formatted(CHECK));
      return true;
    } catch (StoreFailure e) {
      return false;
    }
  }
}
