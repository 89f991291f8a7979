package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Rows of one side in the order of their spread, in groups of the same. */
final class RowStream implements AutoCloseable {
  private static final String DOING = "reading rows that differ";
  private static final int FETCHED_AT_ONCE = 500;

  private final PostgresSession session;
  private final Statement statement;
  private final ResultSet rows;
  private boolean more;
  private long spread;

  RowStream(PostgresSession session, String query) {
    this.session = session;
    try {
      statement = session.connection().createStatement();
      statement.setFetchSize(FETCHED_AT_ONCE);
      rows = statement.executeQuery(query);
      advance();
    } catch (SQLException e) {
      throw session.failure(DOING, e);
    }
  }

  private void advance() throws SQLException {
    more = rows.next();
    if (more) {
      spread = rows.getLong(1);
    }
  }

  /** Whether there are rows left. */
  boolean more() {
    return more;
  }

  /** What the next group has in common. */
  long spread() {
    return spread;
  }

  /** The next group: how often each key and hash occurs. */
  Map<Row, Long> group() {
    Map<Row, Long> group = new HashMap<>();
    long common = spread;
    try {
      while (more && spread == common) {
        group.put(new Row(rows.getString(2), rows.getString(3)), rows.getLong(4));
        advance();
      }
    } catch (SQLException e) {
      throw session.failure(DOING, e);
    }
    return group;
  }

  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException e) {
      throw session.failure(DOING, e);
    }
  }

  /**
   * A row.
   *
   * @param key its key as text; null without
   * @param hash of all its values
   */
  record Row(String key, String hash) {}
}
