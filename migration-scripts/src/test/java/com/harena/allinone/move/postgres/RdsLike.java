package com.harena.allinone.move.postgres;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.rehearsal.server.ServerFiles;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes a server behave like Amazon RDS: the application's role {@code harena} is no superuser but
 * a member of {@code rds_superuser}, needs a password, cannot read {@code pg_authid}, and some
 * objects of its database belong to {@code rdsadmin}.
 */
public final class RdsLike {
  /** The application's role, which owns the database. */
  public static final String OWNER = "harena";

  /** The password of {@code harena}, named by {@link #PASSWORD_REFERENCE}. */
  public static final String PASSWORD = "old-secret";

  /** Where the password is. */
  public static final SecretReference PASSWORD_REFERENCE =
      new SecretReference(SecretReference.Place.ENV, "OLD_PASSWORD");

  /** Knows that password. */
  public static final SecretSource SECRETS = reference -> SecretValue.of(PASSWORD);

  private static final String ROLES =
      """
      set password_encryption = 'scram-sha-256';
      create role rdsadmin superuser login;
      create role rds_superuser nologin;
      create role rds_replication nologin;
      create role rds_password nologin;
      grant pg_monitor, pg_signal_backend, rds_replication, rds_password to rds_superuser
        with admin option;
      create role harena login createdb createrole password '%s' valid until 'infinity';
      grant rds_superuser to harena
      """
          .formatted(PASSWORD);

  private static final String OBJECTS =
      """
      alter schema public owner to rdsadmin;
      set role rdsadmin;
      create table public.rds_heartbeat (id int primary key, at timestamptz default now());
      insert into public.rds_heartbeat values (1, '2024-01-01 00:00+00');
      grant select on public.rds_heartbeat to harena;
      create function public.rds_version() returns text language sql as 'select ''1''';
      create function public.rds_watch() returns event_trigger language plpgsql as 'begin null; end';
      create event trigger rds_watching on ddl_command_end when tag in ('CREATE SCHEMA')
        execute function public.rds_watch();
      grant all on schema public to rds_superuser with grant option;
      reset role;
      grant create, usage on schema public to harena
      """;

  private RdsLike() {}

  /** Starts such a server; the superuser postgres is who the test is, as the provider is on RDS. */
  public static PostgresServer start(
      ServerFiles files, int major, Path folder, String... settings) {
    List<String> all = new java.util.ArrayList<>(PostgresServer.QUICK);
    all.addAll(List.of(settings));
    PostgresServer server = PostgresServer.start(files, major, folder, all);
    try {
      Path access = server.data().resolve("pg_hba.conf");
      String lines = Files.readString(access);
      if (!lines.contains("scram-sha-256 # harena")) {
        server.execute("postgres", ROLES);
        Files.writeString(access, "host all harena 127.0.0.1/32 scram-sha-256 # harena\n" + lines);
        server.execute("postgres", "select pg_reload_conf()");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return server;
  }

  /** A database of {@code harena} with {@link EveryType} in it, and what is the provider's. */
  public static PostgresEndpoint fill(PostgresServer server, String database) {
    return fill(server, database, server.major());
  }

  /** The same with what servers of this major version and older ones can hold. */
  public static PostgresEndpoint fill(PostgresServer server, String database, int floor) {
    server.execute("postgres", "create database %s owner %s".formatted(database, OWNER));
    EveryType.fill(server, database, floor);
    server.execute(database, OBJECTS);
    return endpoint(server, database);
  }

  /** That database as {@code harena} reaches it. */
  public static PostgresEndpoint endpoint(PostgresServer server, String database) {
    return new PostgresEndpoint(
        server.address(), database, OWNER, Optional.of(PASSWORD_REFERENCE), Tls.OFF);
  }

  /** A database of the superuser on a server without passwords. */
  public static PostgresEndpoint target(PostgresServer server, String database) {
    return new PostgresEndpoint(
        server.address(), database, PostgresServer.SUPERUSER, Optional.empty(), Tls.OFF);
  }
}
