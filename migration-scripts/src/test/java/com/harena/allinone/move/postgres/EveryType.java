package com.harena.allinone.move.postgres;

import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A database with a column of every type and an object of every kind, none of which a move may lose
 * or change.
 *
 * <p>Table {@code app.every_type} has the key {@code id} and a column for each {@link EveryColumn};
 * the other objects are in {@code every-object.sql}. The roles {@code every_owner}, {@code
 * every_reader} and {@code every_login} (member of both) own and read some of them.
 */
public final class EveryType {
  /** Rows of {@code app.every_type}; each has the first value of each column, the last NULLs. */
  public static final int ROWS = 121;

  private static final List<Integer> NEWS = List.of(14, 15, 17, 18);

  /** Values are written as in this session, whatever server, database and role are set to. */
  private static final String PLAIN =
      "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';"
          + " set standard_conforming_strings = on; set client_min_messages = 'warning'";

  private EveryType() {}

  /**
   * Fills an empty database of the role {@code harena} on a server like RDS.
   *
   * @param floor major version whose types and objects it has, and no newer ones
   */
  static void fill(PostgresServer server, String database, int floor) {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(PLAIN);
      statement.execute(resource("every-provided.sql").replace("{{database}}", database));
      asHarena(statement, resource("every-type.sql"));
      asHarena(statement, table(floor));
      asHarena(statement, resource("every-object.sql"));
      for (int major : NEWS.stream().filter(major -> major <= floor).toList()) {
        asHarena(statement, resource("every-object-%d.sql".formatted(major)));
      }
      statement.execute(resource("every-object-superuser.sql"));
      statement.execute("analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL %d, %s: %s".formatted(server.major(), database, e.getMessage()), e);
    }
  }

  /**
   * Paragraph by paragraph: the driver takes what follows {@code begin atomic} for one statement.
   */
  private static void asHarena(Statement statement, String sql) throws SQLException {
    statement.execute("set role harena");
    for (String paragraph : sql.split("\n\n", -1)) {
      statement.execute(paragraph);
    }
    statement.execute("reset role");
  }

  /** The table of all types, and its rows. */
  private static String table(int major) {
    List<EveryColumn> columns = EveryColumn.of(major);
    String definitions =
        columns.stream()
            .map(c -> ", %s %s".formatted(c.name(), c.type()))
            .collect(Collectors.joining());
    String values = columns.stream().map(c -> ", " + c.value()).collect(Collectors.joining());
    return """
        create table app.every_type (id int primary key%s);
        insert into app.every_type select i%s from generate_series(1, %d) i;
        insert into app.every_type (id) values (%d);
        """
        .formatted(definitions, values, ROWS - 1, ROWS);
  }

  private static String resource(String name) {
    try (InputStream stream = EveryType.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
