package com.harena.allinone.rehearsal.data;

import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The application's database, on a server as RDS gives it or as its container does. */
public final class PostgresData {
  private final PostgresServer server;
  private final String database;
  private final String owner;

  /**
   * A database of that server.
   *
   * @param database its name
   * @param owner name of the application's role
   */
  public PostgresData(PostgresServer server, String database, String owner) {
    this.server = server;
    this.database = database;
    this.owner = owner;
  }

  /** Makes roles and database as RDS has them, and the data. */
  public void fillLikeRds(DataSet size) {
    server.execute("postgres", text("roles.sql").replace("@owner@", owner));
    server.execute("postgres", "create database rdsadmin owner rdsadmin");
    createDatabase();
    server.execute(database, text("provided.sql"));
    server.execute(
        database,
        text("application.sql")
            .replace("@owner@", owner)
            .replace("@users@", "" + size.users())
            .replace("@accounts@", "" + size.accounts())
            .replace("@transactions@", "" + size.transactions())
            .replace("@conversations@", "" + size.conversations())
            .replace("@messages@", "" + size.messages()));
    server.execute(database, "analyze");
  }

  /** Makes an empty database as the container of the new side does: its owner is a superuser. */
  public void createLikeContainer() {
    server.execute("postgres", "create role \"%s\" superuser login".formatted(owner));
    createDatabase();
  }

  private void createDatabase() {
    server.execute("postgres", "create database \"%s\" owner \"%s\"".formatted(database, owner));
  }

  private static String text(String name) {
    try (InputStream text = PostgresData.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
