package com.harena.allinone.cli.move;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.data.DataSet;
import com.harena.allinone.rehearsal.data.PostgresData;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.rehearsal.server.ServerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL 15 like RDS and an 18 like the container; both ask for a password. */
final class PostgresPair implements TestStore {
  static final String DATABASE = "harena";
  static final String OLD_PASSWORD = "old-database-3f9c";
  static final String NEW_PASSWORD = "new-database-a71e";
  private static final String PRISTINE = "pristine";
  private static final String READ_ONLY = "25006";
  private static final String RELATIONS =
      """
      select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm', 'v') and n.nspname !~ '^pg_|information_schema|allinone_move'
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      """;
  private static final String ROWS =
      "select count(*) || ' rows ' || coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)"
          + "::bigint), 0) from %s t";
  private static final String CATALOGUE =
      """
      select 'sequence ' || sequencename, coalesce(last_value::text, 'unused') from pg_sequences
        where schemaname <> 'allinone_move'
      union all select 'index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
        from pg_index where indrelid::regclass::text in (%1$s)
      union all select 'constraint ' || conname, pg_get_constraintdef(oid)
        from pg_constraint where contype <> 'n' and conrelid::regclass::text in (%1$s)
      union all select 'trigger ' || tgname, pg_get_triggerdef(oid) from pg_trigger
        where not tgisinternal
      union all select 'owner of ' || oid::regclass, relowner::regrole::text from pg_class
        where oid::regclass::text in (%1$s)
      union all select 'policy ' || polname, pg_get_expr(polqual, polrelid) from pg_policy
      union all select 'comment ' || objoid::regclass || objsubid, description from pg_description
        where classoid = 'pg_class'::regclass and objoid::regclass::text in (%1$s)
      """
          .formatted(RELATIONS);

  private final PostgresServer source;
  private final PostgresServer target;

  private PostgresPair(PostgresServer source, PostgresServer target) {
    this.source = source;
    this.target = target;
  }

  static PostgresPair start(ServerFiles files, Path folder, DataSet size) {
    PostgresServer source =
        PostgresServer.start(files, 15, folder.resolve("old"), PostgresServer.QUICK);
    PostgresServer target =
        PostgresServer.start(files, 18, folder.resolve("new"), PostgresServer.QUICK);
    new PostgresData(source, PRISTINE, DATABASE).fillLikeRds(size);
    source.execute("postgres", "alter database %s allow_connections false".formatted(PRISTINE));
    new PostgresData(target, DATABASE, DATABASE).createLikeContainer();
    askForPassword(source, OLD_PASSWORD);
    askForPassword(target, NEW_PASSWORD);
    return new PostgresPair(source, target);
  }

  private static void askForPassword(PostgresServer server, String password) {
    try {
      Path access = server.data().resolve("pg_hba.conf");
      String line = "host all %s 127.0.0.1/32 scram-sha-256%n".formatted(DATABASE);
      Files.writeString(access, line + Files.readString(access));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.execute(
        "postgres",
        "set password_encryption = 'scram-sha-256'; alter role %s password '%s'"
            .formatted(DATABASE, password));
    server.execute("postgres", "select pg_reload_conf()");
  }

  PostgresServer server(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  Address address(Side side) {
    return server(side).address();
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String place() {
    return "table public.users";
  }

  @Override
  public void reset() {
    recreate(source, "template " + PRISTINE);
    recreate(target, "");
  }

  /** Drops the database with whatever was set on it, and makes it again. */
  private static void recreate(PostgresServer server, String how) {
    server.execute("postgres", "drop database if exists %s with (force)".formatted(DATABASE));
    server.execute("postgres", "create database %1$s owner %1$s %2$s".formatted(DATABASE, how));
  }

  @Override
  public void grow(int times) {
    source.execute(
        DATABASE,
        """
        insert into transactions (account_id, booked, amount, currency, description, tags)
          select account_id, booked + n * interval '10 years', amount, currency, description, tags
          from transactions cross join generate_series(2, %d) n order by n, id;
        insert into messages (conversation_id, author, body, sent)
          select (select min(id::text)::uuid from conversations), 'user',
            (select string_agg(md5((n * k)::text), '') from generate_series(1, 327680) k), now()
          from generate_series(1, 3) n;
        refresh materialized view spending
        """
            .formatted(times));
  }

  /** Runs a statement as the provider does, whom the application's role is not. */
  void provide(String sql) {
    source.execute(DATABASE, "set role rdsadmin; " + sql);
  }

  @Override
  public boolean oldSideTakesWrites() {
    try (Connection connection = application(Side.SOURCE);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("update users set name = name where id = 1");
      connection.rollback();
      return true;
    } catch (SQLException e) {
      if (READ_ONLY.equals(e.getSQLState())) {
        return false;
      }
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(Side side, int number) {
    execute(
        side,
        "insert into users (id, email, name, created) overriding system value"
            + " values (%1$s, 'late%1$s@example.org', 'Late', now())".formatted(key(number)));
  }

  /** Runs a statement as the application. */
  void execute(Side side, String sql) {
    try (Connection connection = application(side);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String key(int number) {
    return Integer.toString(100_000 + number);
  }

  private Connection application(Side side) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s/%s?sslmode=disable".formatted(address(side), DATABASE),
        DATABASE,
        side == Side.SOURCE ? OLD_PASSWORD : NEW_PASSWORD);
  }

  @Override
  public Map<String, String> content(Side side) {
    Map<String, String> content = new TreeMap<>();
    try (Connection connection = server(side).connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'; set extra_float_digits = 3");
      for (String relation : ask(statement, RELATIONS, 1)) {
        content.put("rows of " + relation, ask(statement, ROWS.formatted(relation), 1).get(0));
      }
      try (ResultSet rows = statement.executeQuery(CATALOGUE)) {
        while (rows.next()) {
          content.put(rows.getString(1), rows.getString(2));
        }
      }
      return content;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> ask(Statement statement, String sql, int column) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answer.add(rows.getString(column));
      }
    }
    return answer;
  }

  @Override
  public void close() {
    source.close();
    target.close();
  }
}
