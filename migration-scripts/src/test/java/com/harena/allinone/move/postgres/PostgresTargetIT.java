package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no dump holds arrives all the same, and a target that is cleared is as it was. */
final class PostgresTargetIT {
  private static final String PUBLIC_SCHEMA =
      "select pg_get_userbyid(nspowner), nspacl from pg_namespace where nspname = 'public'";
  private static final String MAY_USE =
      "select grantee::regrole, privilege_type from pg_database, aclexplode(coalesce(datacl,"
          + " acldefault('d', datdba))) where datname = current_database() and grantee <> datdba"
          + " order by 1, 2";

  @TempDir private static Path folder;
  private static ServerPair servers;

  private String source;
  private String target;

  @BeforeAll
  static void start() {
    servers = ServerPair.start(folder);
    servers.alterOld("create role visitor login admin harena");
    servers.alterFresh("create role watcher login");
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @BeforeEach
  void fill() {
    source = servers.oldDatabase("");
    servers.execute(source, "create schema app; create table app.t (id int primary key)");
    servers.execute(source, "insert into app.t select generate_series(1, 10)");
    target = servers.freshDatabase("");
  }

  private List<String> onTarget(String sql) {
    return ServerPair.rows(servers.fresh(), target, sql);
  }

  /** Moves, which must end equal, and clears; the target then says the same as before. */
  private void movesAndClears(String asking) throws IOException {
    List<String> before = onTarget(asking);
    OneMove move =
        new OneMove(servers.store(source, target), Files.createDirectories(folder.resolve(target)));
    Inventory contents = move.backUp();
    move.restoresToEqual(contents);
    move.store().sink().clear(move.migrate());
    assertThat(onTarget(asking)).isEqualTo(before);
  }

  @Test
  void aSourceWithoutTheSchemaPublicEndsEqual() throws IOException {
    servers.old().execute(source, "drop schema public");
    movesAndClears(PUBLIC_SCHEMA);
  }

  @Test
  void aTargetWithoutTheSchemaPublicGetsIt() throws IOException {
    servers
        .old()
        .execute(
            source,
            "create table public.here (id int); alter table public.here owner to harena;"
                + " grant usage on schema public to visitor");
    servers.fresh().execute(target, "drop schema public");
    movesAndClears(PUBLIC_SCHEMA);
  }

  @Test
  void whoMayConnectIsTheSameAndUsersOfTheTargetStay() throws IOException {
    servers.old().execute(source, "revoke all on database %s from public".formatted(source));
    servers.execute(source, "grant select on app.t to visitor");
    servers.old().execute(source, "grant connect on database %s to visitor".formatted(source));
    servers.alterFresh("grant connect on database %s to watcher".formatted(target));
    OneMove move =
        new OneMove(servers.store(source, target), Files.createDirectories(folder.resolve(target)));
    move.restoresToEqual(move.backUp());

    assertThat(onTarget(MAY_USE)).containsExactlyInAnyOrder("visitor CONNECT", "watcher CONNECT");
    move.store().sink().clear(move.migrate());
    assertThat(onTarget(MAY_USE))
        .containsExactlyInAnyOrder("- CONNECT", "- TEMPORARY", "watcher CONNECT");
  }

  @Test
  void anExtensionThatWasThereStaysAndAServerOfItIsCleared() throws IOException {
    servers.old().execute(source, "create extension postgres_fdw");
    servers.old().execute(source, "create server far foreign data wrapper postgres_fdw");
    servers.fresh().execute(target, "create extension postgres_fdw");
    movesAndClears(
        "select extname from pg_extension union all select srvname from pg_foreign_server");
  }

  @Test
  void aCommentOnAnEventTriggerOfTheProviderStaysBehindWithIt() throws IOException {
    PostgresServer old = servers.old();
    old.execute(
        source,
        "create function public.watching() returns event_trigger language plpgsql as 'begin end'");
    old.execute(
        source,
        "alter role rdsadmin superuser; create event trigger watch on sql_drop execute function"
            + " public.watching(); alter event trigger watch owner to rdsadmin;"
            + " comment on event trigger watch is 'of the provider'");
    movesAndClears("select evtname from pg_event_trigger");
  }
}
