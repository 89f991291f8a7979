package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Finding.Level;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of two databases that have everything a move can stumble over says all of it at once. */
final class PostgresCheckIT {
  private static final String NEXT = "select pg_snapshot_xmax(pg_current_snapshot())";

  /** What the provider or another owner has made there. */
  private static final String OTHERS =
      """
      create extension old_snapshot;
      create extension hstore version '1.4';
      create role accountant login;
      create role pinned;
      alter role pinned set default_transaction_read_only = off;
      create schema closed;
      create table closed.secret (id int primary key);
      create table public.refused (id int primary key);
      create table public.mine_only (id int primary key, owner text);
      alter table public.mine_only enable row level security;
      alter table public.mine_only owner to accountant;
      grant select on public.mine_only to harena;
      select lo_create(4711);
      create foreign data wrapper elsewhere;
      create server elsewhere foreign data wrapper elsewhere;
      create foreign table public.far_away (id int) server elsewhere;
      grant select on public.far_away to harena;
      create collation pg_catalog."tlh_QO" (locale = 'C');
      grant create, usage on schema public to harena;
      set role rdsadmin;
      create table public.rds_heartbeat (id int primary key);
      grant select on public.rds_heartbeat to harena;
      reset role;
      create subscription fed connection 'host=127.0.0.1 port=1 dbname=x' publication p
        with (connect = false, slot_name = 'fed')
      """;

  private static final String OWN =
      """
      create unlogged table session (id int primary key);
      create table no_key (n int);
      create table word (id text primary key, t text collate pg_catalog."tlh_QO");
      insert into word select n, 'w' from generate_series(1, 1000) n;
      create index on word (t);
      select lo_create(0)
      """;

  @TempDir private static Path folder;
  private static ServerPair servers;
  private static List<Finding> findings;
  private static List<String> before;
  private static List<String> after;

  @BeforeAll
  static void check() {
    servers = ServerPair.start(folder, "max_prepared_transactions=2", "wal_level=logical");
    String source =
        servers.oldDatabase("template template0 locale_provider icu icu_locale 'sv' locale 'C'");
    servers.old().execute(source, "select pg_create_logical_replication_slot('feeds', 'pgoutput')");
    servers.old().execute(source, OTHERS);
    servers.execute(source, OWN);
    servers.execute(source, "begin; insert into no_key values (1); prepare transaction 'half'");
    String target = servers.freshDatabase("template template0 encoding 'LATIN1' locale 'C'");
    servers.fresh().execute(target, "create table theirs (id int); create schema also_theirs");
    before = next();
    findings = servers.store(source, target).checker().check(new TestWork("checkcheck11"));
    after = next();
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private static List<String> next() {
    return List.of(
        ServerPair.rows(servers.old(), "postgres", NEXT).get(0),
        ServerPair.rows(servers.fresh(), "postgres", NEXT).get(0));
  }

  private static void sees(Level level, String code, String... words) {
    assertThat(findings)
        .filteredOn(it -> it.code().equals("postgres." + code) && it.level() == level)
        .extracting(Finding::message)
        .anySatisfy(message -> assertThat(message).contains(words));
  }

  @Test
  void noTransactionThatWritesIsBegunOnEitherServer() {
    assertThat(after).isEqualTo(before);
  }

  @Test
  void bothServersAreReached() {
    sees(Level.OK, "source.reachable", "as harena: PostgreSQL 16.");
    sees(Level.OK, "target.reachable", "as postgres: PostgreSQL 18.");
    sees(Level.OK, "version.direction", "source PostgreSQL 16.", "target PostgreSQL 18.");
    sees(Level.OK, "clients", "is new enough for PostgreSQL 16.");
  }

  @Test
  void whatMayNotBeReadIsNamed() {
    sees(
        Level.ERROR,
        "source.privileges",
        "harena may not read closed.secret, public.refused: grant usage on the schemas and select");
    sees(Level.ERROR, "source.privileges", "large object 4711", "grant select on these to it");
    sees(Level.ERROR, "source.row-security", "public.mine_only", "a role with BYPASSRLS");
  }

  @Test
  void whatTheFreezeCannotDoIsNamed() {
    sees(
        Level.ERROR,
        "source.freeze",
        "pinned has a default_transaction_read_only of its own that harena may not change",
        "grant the role to harena with admin option");
    sees(Level.ERROR, "source.prepared", "half", "commit or roll them back");
    sees(Level.ERROR, "source.subscriptions", "fed", "drop or disable them");
    sees(Level.WARNING, "source.slots", "feeds (inactive", "begin anew on the target");
  }

  @Test
  void extensionsThatTheTargetLacksOrHasInAnotherVersionAreNamed() {
    sees(Level.WARNING, "extensions.versions", "hstore 1.4, there 1.8");
    sees(Level.ERROR, "extensions", "old_snapshot 1.0; install them there, or drop them here");
  }

  @Test
  void encodingsAndCollationsAreCompared() {
    sees(
        Level.ERROR,
        "encoding",
        "the source is encoded in UTF8, the target in LATIN1: create the target database with encoding UTF8");
    sees(
        Level.WARNING,
        "collation",
        "the source sorts texts by icu sv version ",
        ", the target by libc C: 1 indexes of texts");
    sees(Level.ERROR, "collations", "tlh_QO; install these locales there");
  }

  @Test
  void objectsThatDoNotTravelLikeTheRestAreCounted() {
    sees(Level.OK, "source.large-objects", "2 large objects are carried over");
    sees(Level.WARNING, "source.unlogged", "unlogged", "public.session");
    sees(Level.WARNING, "source.no-key", "without primary key", "public.no_key");
    sees(Level.WARNING, "source.foreign", "public.far_away");
  }

  @Test
  void rolesAndOwnersAreNamed() {
    sees(Level.WARNING, "source.provider-roles", "what belongs to rdsadmin", "target's user");
    sees(
        Level.WARNING,
        "source.passwords",
        "(pg_authid cannot be read): set new ones on the target for accountant, harena");
    sees(Level.WARNING, "roles", "accountant, harena, pinned", "without passwords");
  }

  @Test
  void whatIsOnTheTargetIsNamed() {
    sees(
        Level.ERROR,
        "target.empty",
        "the target database is not empty: schema also_theirs, table public.theirs; empty it, or name another");
    sees(Level.OK, "target.privileges", PostgresServer.SUPERUSER + " may restore everything");
  }

  @Test
  void sizesAreMeasuredAgainstTheDiskOnBothSides() {
    sees(Level.OK, "disk.here", "the source has ", " are tables; ", " free");
    sees(Level.OK, "disk.target", "the target needs about ", " and has ", " free");
  }
}
