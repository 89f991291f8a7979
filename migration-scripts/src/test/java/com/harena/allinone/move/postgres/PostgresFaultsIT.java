package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.postgres.mark.Mark;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fails is said as the failure that it is, and the same again ends equal. */
final class PostgresFaultsIT {
  @TempDir private static Path shared;
  @TempDir private Path folder;
  private static ServerPair servers;
  private static String source;
  private static String small;

  private String target;
  private OneMove move;

  @BeforeAll
  static void start() {
    servers = ServerPair.start(shared);
    source = SlowData.create(servers);
    small = SlowData.createSmall(servers, source);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @BeforeEach
  void pair() {
    target = servers.freshDatabase("");
    move = new OneMove(servers.store(small, target), folder);
  }

  /** How a server comes to its end. */
  enum End {
    KILLED,
    AT_ONCE,
    IN_GOOD_ORDER;

    void of(PostgresServer server) {
      switch (this) {
        case KILLED -> server.kill();
        case AT_ONCE -> signal(server, "QUIT");
        case IN_GOOD_ORDER -> server.stop();
      }
    }

    private static void signal(PostgresServer server, String signal) {
      try {
        Path file = server.data().resolve("postmaster.pid");
        String pid = Files.readAllLines(file).get(0);
        new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
        ServerPair.await("the server to end", () -> !Files.exists(file));
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void slowly(String seconds) {
    servers.alterFresh(
        seconds.isEmpty()
            ? "alter database %s reset test.copy".formatted(target)
            : "alter database %s set test.copy = %s".formatted(target, seconds));
  }

  @ParameterizedTest
  @EnumSource
  void aSourceThatEndsInMidCopy(End end) throws IOException {
    move = new OneMove(servers.store(source, target), folder);
    SlowData.after(1, move.backup(), () -> end.of(servers.old()));
    StoreFailure failure = OneMove.fails(Side.SOURCE, move::backUp);
    assertThat(failure).hasMessageContaining("see that the server runs");
    servers.old().restart();
    move.endsEqual();
  }

  @ParameterizedTest
  @EnumSource
  void aTargetThatEndsInMidCopy(End end) throws IOException {
    // A crash of the source in another test has emptied it.
    servers.execute(small, "insert into unlogged values (1) on conflict do nothing");
    Inventory contents = move.backUp();
    slowly("0.05");
    SlowData.after(SlowData.OTHERS, move.migrate(), () -> end.of(servers.fresh()));
    StoreFailure failure = OneMove.fails(Side.TARGET, () -> move.restore(contents));
    assertThat(failure).hasMessageContaining("see that the server runs");
    assertThat(move.migrate().pieces()).as("finished before").containsKey("pre-data");
    servers.fresh().restart();
    slowly("");
    move.restoresToEqual(contents);
  }

  @Test
  void aTargetThatIsRestartedInMidCopy() throws IOException {
    Inventory contents = move.backUp();
    slowly("0.05");
    SlowData.after(SlowData.OTHERS, move.migrate(), () -> servers.fresh().restart());
    OneMove.fails(Side.TARGET, () -> move.restore(contents));
    slowly("");
    move.restoresToEqual(contents);
  }

  @Test
  void aWrongPassword() throws IOException {
    PostgresStore store =
        new PostgresStore(
            RdsLike.endpoint(servers.old(), small),
            RdsLike.target(servers.fresh(), target),
            any -> SecretValue.of("wrong-secret"));
    assertThat(OneMove.fails(Side.SOURCE, new OneMove(store, folder)::backUp))
        .hasMessageContaining("password authentication failed for user \"harena\"")
        .hasMessageContaining("check the user and the password in env:OLD_PASSWORD")
        .hasMessageNotContaining("wrong-secret");
    move.endsEqual();
  }

  @Test
  void aFullTargetIsRefusedByWhatIsInIt() throws IOException {
    Inventory contents = move.backUp();
    servers.fresh().execute(target, "create table \"not Ours\" (id int); create schema theirs");
    StoreFailure failure = OneMove.fails(Side.TARGET, () -> move.restore(contents));
    assertThat(failure)
        .hasMessageContaining("the database is not empty")
        .hasMessageContaining("schema theirs")
        .hasMessageContaining("table public.\"not Ours\"");
    OneMove.fails(Side.TARGET, () -> move.store().sink().clear(move.migrate()));
    assertThat(ServerPair.rows(servers.fresh(), target, "select count(*) from \"not Ours\""))
        .containsExactly("0");
    servers.fresh().execute(target, "drop table \"not Ours\"; drop schema theirs");
    move.restoresToEqual(contents);
  }

  @Test
  void defect5AnErrorOfPgRestoreFailsTheStep() throws IOException {
    Inventory contents = move.backUp();
    servers.alterFresh("alter database %s set test.picky = on".formatted(target));
    StoreFailure failure = OneMove.fails(Side.TARGET, () -> move.restore(contents));
    assertThat(failure)
        .hasMessageContaining("pg_restore failed")
        .hasMessageContaining("no such mood today")
        .hasMessageContaining("run the same command again");
    servers.alterFresh("alter database %s reset test.picky".formatted(target));
    move.restoresToEqual(contents);
  }

  @Test
  void defect5AlsoWhereOneErrorIsToBeForgiven() throws IOException {
    String older = servers.oldDatabase("");
    servers.alterOld("alter database %s set test.picky = on".formatted(older));
    PostgresStore store =
        new PostgresStore(
            RdsLike.endpoint(servers.old(), small),
            RdsLike.target(servers.old(), older),
            RdsLike.SECRETS,
            ServerPair.clients(18));
    move = new OneMove(store, folder);
    Inventory contents = move.backUp();
    assertThat(OneMove.fails(Side.TARGET, () -> move.restore(contents)))
        .hasMessageContaining("no such mood today");
    servers.alterOld("alter database %s reset test.picky".formatted(older));
    move.restoresToEqual(contents);
  }

  @Test
  void anExtensionThatTheTargetLacks() throws IOException {
    String extended = servers.oldDatabase("");
    servers.old().execute(extended, "create extension old_snapshot");
    move = new OneMove(servers.store(extended, target), folder);
    Inventory contents = move.backUp();
    assertThat(OneMove.fails(Side.TARGET, () -> move.restore(contents)))
        .hasMessageContaining("install the extension old_snapshot on the server");
    servers.old().execute(extended, "drop extension old_snapshot");
    move.endsEqual();
  }

  @Test
  void aSourceThatIsNewerThanTheTarget() throws IOException {
    servers.fresh().execute(target, "create table t (id int)");
    String older = servers.oldDatabase("");
    PostgresStore store =
        new PostgresStore(
            RdsLike.target(servers.fresh(), target),
            RdsLike.endpoint(servers.old(), older),
            RdsLike.SECRETS);
    move = new OneMove(store, folder);
    Inventory contents = move.backUp();
    assertThat(OneMove.fails(Side.TARGET, () -> move.restore(contents)))
        .hasMessageContaining("PostgreSQL 16.")
        .hasMessageContaining("PostgreSQL 18.")
        .hasMessageContaining("newer");
    assertThat(ServerPair.rows(servers.old(), older, "select nspname from pg_namespace"))
        .doesNotContain("allinone_move");
  }

  @Test
  void namesOfDatabasesAreQuoted() throws IOException {
    String odd = "Größe \"b\" d' =\\x";
    servers.alterOld(
        "alter database %s rename to %s".formatted(servers.oldDatabase(""), Mark.quoted(odd)));
    servers.alterFresh("alter database %s rename to %s".formatted(target, Mark.quoted(odd)));
    servers.old().execute(odd, "create table t (id int primary key); insert into t values (1)");
    move = new OneMove(servers.store(odd, odd), folder);
    servers.old().execute(odd, "grant select on t to harena");
    move.endsEqual();
    move.store().source().freeze(move.migrate());
    move.store().source().unfreeze(move.migrate());
  }

  @Test
  void timeoutsOfTheServersEndNothing() throws IOException {
    List<String> timeouts =
        List.of("idle_in_transaction_session_timeout", "statement_timeout", "idle_session_timeout");
    for (String timeout : timeouts) {
      servers.execute(small, "alter database %s set %s = '300ms'".formatted(small, timeout));
      servers.alterFresh("alter database %s set %s = '300ms'".formatted(target, timeout));
    }
    servers.alterFresh("alter database %s set transaction_timeout = '300ms'".formatted(target));
    slowly("0.02");
    Inventory contents = move.backUp();
    move.restore(contents);
    servers.alterFresh("alter database %s reset transaction_timeout".formatted(target));
    slowly("");
    timeouts.forEach(
        it -> servers.execute(small, "alter database %s reset %s".formatted(small, it)));
    timeouts.forEach(it -> servers.alterFresh("alter database %s reset %s".formatted(target, it)));
    move.endsEqual();
  }
}
