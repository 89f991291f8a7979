package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.postgres.client.MachineClients;
import com.harena.allinone.move.postgres.client.PostgresClients;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.rehearsal.server.ServerUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * An old server that behaves like RDS and a new one, which the tests of a class share; each test
 * takes databases of its own.
 */
final class ServerPair implements AutoCloseable {
  private final PostgresServer old;
  private final PostgresServer fresh;
  private int databases;

  private ServerPair(PostgresServer old, PostgresServer fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  /** PostgreSQL 16, with these settings, and 18; neither does anything by itself. */
  static ServerPair start(Path folder, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("autovacuum=off");
    PostgresServer old =
        RdsLike.start(Checkout.servers(), 16, folder.resolve("old"), all.toArray(String[]::new));
    try {
      List<String> quick = new ArrayList<>(PostgresServer.QUICK);
      quick.add("autovacuum=off");
      return new ServerPair(
          old, PostgresServer.start(Checkout.servers(), 18, folder.resolve("new"), quick));
    } catch (ServerUnavailable e) {
      old.close();
      throw e;
    }
  }

  PostgresServer old() {
    return old;
  }

  PostgresServer fresh() {
    return fresh;
  }

  /** An empty database of {@code harena} on the old server. */
  String oldDatabase(String options) {
    String name = "old%d".formatted(++databases);
    old.execute("postgres", "create database %s owner harena %s".formatted(name, options));
    return name;
  }

  /** An empty database on the new server. */
  String freshDatabase(String options) {
    String name = "new%d".formatted(++databases);
    fresh.execute("postgres", "create database %s %s".formatted(name, options));
    return name;
  }

  /** Changes something of the old server, as its superuser. */
  void alterOld(String sql) {
    old.execute("postgres", sql);
  }

  /** Changes something of the new server. */
  void alterFresh(String sql) {
    fresh.execute("postgres", sql);
  }

  /** Moves between these two databases. */
  PostgresStore store(String source, String target) {
    return new PostgresStore(
        RdsLike.endpoint(old, source), RdsLike.target(fresh, target), RdsLike.SECRETS);
  }

  /** Client programs of that major, and no others. */
  static PostgresClients clients(int major) {
    Path folder = Checkout.servers().postgresClients(major);
    return new PostgresClients(List.of(new MachineClients(List.of(folder))));
  }

  /** Connects to the old server as its application does. */
  Connection connect(String database, String options) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s/%s?sslmode=disable&options=%s"
            .formatted(old.address(), database, options.replace(" ", "%20")),
        RdsLike.OWNER,
        RdsLike.PASSWORD);
  }

  /** The same from another thread. */
  CompletableFuture<Connection> connecting(String database, String options) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return connect(database, options);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Connects to the old server as a role that needs no password. */
  Connection as(String role, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s/%s?sslmode=disable".formatted(old.address(), database), role, "");
  }

  /** Runs statements on the old server as its application does. */
  void execute(String database, String sql) {
    try (Connection connection = connect(database, "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** All rows of a query as the superuser, each as one text. */
  static List<String> rows(PostgresServer server, String database, String sql) {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getString(i));
        }
        found.add(String.join(" ", Collections.list(Collections.enumeration(columns))));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Waits until that is so. */
  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(until);
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    old.close();
    fresh.close();
  }
}
