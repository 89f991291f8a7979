package com.harena.allinone.rehearsal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL servers of every major. */
final class PostgresServerIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void startsEveryMajor(int major) throws SQLException {
    try (PostgresServer server =
        PostgresServer.start(Checkout.servers(), major, folder, PostgresServer.QUICK)) {
      assertThat(ask(server, "show server_version")).startsWith(major + ".");
      assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(server, "show fsync")).isEqualTo("off");
    }
  }

  @Test
  void keepsPortAndDataOverRestartAndKill() throws SQLException {
    try (PostgresServer server = PostgresServer.start(Checkout.servers(), 16, folder)) {
      int port = server.address().port();
      server.execute("postgres", "create table kept (n int); insert into kept values (1)");
      server.restart();
      assertThat(ask(server, "select count(*) from kept")).isEqualTo("1");
      server.kill();
      assertThatThrownBy(() -> ask(server, "select 1")).isInstanceOf(SQLException.class);
      server.restart();
      assertThat(ask(server, "select count(*) from kept")).isEqualTo("1");
      assertThat(server.address().port()).isEqualTo(port);
    }
  }

  @Test
  void answersNothingWhileSuspended() throws SQLException {
    try (PostgresServer server = PostgresServer.start(Checkout.servers(), 16, folder)) {
      server.suspend();
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                          "jdbc:postgresql://%s/postgres?loginTimeout=1&sslmode=disable"
                              .formatted(server.address()),
                          "postgres",
                          "")
                      .close())
          .isInstanceOf(SQLException.class);
      server.resume();
      assertThat(ask(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void saysWhyItDoesNotStart() {
    assertThatThrownBy(
            () ->
                PostgresServer.start(
                    Checkout.servers(), 16, folder, List.of("shared_buffers=plenty")))
        .isInstanceOf(ServerUnavailable.class)
        .hasMessageContaining("PostgreSQL 16 ended with status 1")
        .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"plenty\"");
  }

  @Test
  void namesTheMajorsThatCanBeHad() {
    assertThatThrownBy(() -> PostgresServer.start(Checkout.servers(), 9, folder))
        .hasMessage("no PostgreSQL 9 to fetch; allowed: [13, 14, 15, 16, 17, 18]");
  }

  private static String ask(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
