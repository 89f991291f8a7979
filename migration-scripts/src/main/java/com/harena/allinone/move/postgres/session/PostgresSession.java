package com.harena.allinone.move.postgres.session;

import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One connection to one of the two servers. For one thread at a time.
 *
 * <p>Methods that talk to the server throw {@link StoreFailure}, or {@link MoveInterrupted} when
 * the move ended meanwhile.
 */
public final class PostgresSession implements AutoCloseable {
  /** Makes a value of the row that the result stands on. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads columns only; never moves the result. */
    T read(ResultSet row) throws SQLException;
  }

  /** Timeouts that only newer servers know, so that no session can begin with them. */
  private static final String BEGINNING =
      """
      select current_setting('server_version_num')::int, current_setting('server_version'),
        (select count(set_config(name, '0', false)) from pg_settings
          where name in ('idle_session_timeout', 'transaction_timeout'))
      """;

  private static final int ANSWER_SECONDS = 5;

  private final Side side;
  private final PostgresFailures failures;
  private final Connection connection;
  private final Interruption interruption;
  private final int versionNumber;
  private final String version;

  PostgresSession(Side side, PostgresFailures failures, Connection connection, Work work)
      throws SQLException {
    this.side = side;
    this.failures = failures;
    this.connection = connection;
    this.interruption = Interruption.watch(connection, work);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(BEGINNING)) {
      row.next();
      versionNumber = row.getInt(1);
      version = row.getString(2);
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  /** Whose server it is. */
  public Side side() {
    return side;
  }

  /** Major version of the server, such as 15. */
  public int major() {
    return versionNumber / 10_000;
  }

  /** Version of the server in its own words. */
  public String version() {
    return version;
  }

  /** The role it is connected as. */
  public String user() {
    return failures.user();
  }

  /** The connection itself; it stays open. */
  public Connection connection() {
    return connection;
  }

  /** Runs a statement, a question mark in it being one, and forgets what it returns. */
  public void execute(String doing, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(doing, e);
    }
  }

  /** Runs a query whose rows are few. */
  public <T> List<T> query(String doing, String sql, Row<T> reader, Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> values = new ArrayList<>();
      while (rows.next()) {
        values.add(reader.read(rows));
      }
      return values;
    } catch (SQLException e) {
      throw failure(doing, e);
    }
  }

  /** The first row of a query; empty if there is none, or its value is null. */
  public <T> Optional<T> first(String doing, String sql, Row<T> reader, Object... parameters) {
    return query(doing, sql, reader, parameters).stream()
        .limit(1)
        .flatMap(value -> Optional.ofNullable(value).stream())
        .findFirst();
  }

  /** The first column of all rows of a query whose rows are few. */
  public List<String> texts(String doing, String sql, Object... parameters) {
    return query(doing, sql, row -> row.getString(1), parameters);
  }

  /** Whether the server still answers in this session. */
  public boolean answers() {
    try {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** The failure to throw; {@link MoveInterrupted} when the move has ended. */
  public RuntimeException failure(String doing, SQLException cause) {
    return interruption.happened() ? new MoveInterrupted() : failures.of(doing, cause);
  }

  /** A failure of this server that it did not report itself. */
  public StoreFailure failure(String problem) {
    return failures.of(problem);
  }

  /** Makes the running transaction's view one that other sessions can look through. */
  public String exportSnapshot() {
    return first("exporting a snapshot", "select pg_export_snapshot()", r -> r.getString(1))
        .orElseThrow();
  }

  void beginReadOnly(Optional<String> snapshot) {
    String doing = snapshot.isEmpty() ? "beginning a transaction" : "using the exported snapshot";
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement statement = connection.createStatement()) {
        if (snapshot.isPresent()) {
          statement.execute("set transaction snapshot '" + snapshot.get().replace("'", "''") + "'");
        } else {
          statement.execute("select 1");
        }
      }
    } catch (SQLException e) {
      throw failure(doing, e);
    }
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /** Ends the session; a transaction that is open is rolled back. Never fails. */
  @Override
  public void close() {
    interruption.close();
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing depends on it: the server ends a session whose connection is gone.
      interruption.close();
    }
  }
}
