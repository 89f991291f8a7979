package com.harena.allinone.move.postgres;

import com.harena.allinone.move.postgres.session.PostgresSession;

/** How fast the restore may be without harm to a small server. */
final class TargetSettings {
  private static final long LEAST = 64L << 20;
  private static final long MOST = 256L << 20;

  private TargetSettings() {}

  /**
   * Commits need not be waited for, because a crash restarts the section; memory for building an
   * index is that of the shared buffers, which the server has anyway, within limits.
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
    return new Restoration.Target(
        session.major(),
        "-c synchronous_commit=off -c maintenance_work_mem=%dkB%s%s"
            .formatted(
                memory >> 10,
                session.major() >= 14 ? " -c idle_session_timeout=0" : "",
                session.major() >= 17 ? " -c transaction_timeout=0" : ""));
  }
}
