package com.harena.allinone.move.postgres;

import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A database with a column of every type and an object of every kind, none of which a move may lose
 * or change.
 *
 * <p>Roles {@code every_owner} (owns schema {@code app}), {@code every_reader} and {@code
 * every_login} (member of both); table {@code app.every_type} with key {@code id} and a column per
 * {@link EveryColumn}; the other objects are in {@code every-object.sql}.
 */
public final class EveryType {
  /** Rows of {@code app.every_type}; each has the first value of each column, but one of NULLs. */
  public static final int ROWS = 7;

  private EveryType() {}

  /** Makes the database and fills it; the roles must not exist on that server, or be these. */
  public static void create(PostgresServer server, String database) {
    server.execute(
        "postgres",
        "create database %s template template0 encoding 'UTF8'".formatted(quote(database)));
    fill(server, database);
  }

  /** Fills an empty database. */
  public static void fill(PostgresServer server, String database) {
    server.execute(database, resource("every-type.sql"));
    server.execute(database, table(server.major()));
    server.execute(database, resource("every-object.sql"));
    if (server.major() >= 14) {
      server.execute(database, resource("every-object-14.sql"));
    }
    if (server.major() >= 15) {
      server.execute(database, resource("every-object-15.sql"));
    }
    server.execute(database, "analyze");
  }

  /** What only a superuser may make: event trigger, operator class, publication of all. */
  public static void addPrivileged(PostgresServer server, String database) {
    server.execute(database, resource("every-object-superuser.sql"));
  }

  /** The table of all types, and its rows. */
  static String table(int major) {
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
        alter table app.every_type owner to every_owner;
        """
        .formatted(definitions, values, ROWS - 1, ROWS);
  }

  private static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
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
