package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frozen source takes no writes, and is afterwards as it was. */
final class PostgresFreezeIT {
  private static final String WRITE = "insert into t values (2)";
  private static final String SETTINGS =
      """
      select setdatabase, setrole::regrole, setconfig from pg_db_role_setting
      where setdatabase in (0, (select oid from pg_database where datname = current_database()))
      order by pg_db_role_setting::text
      """;

  @TempDir private static Path folder;
  private static ServerPair servers;

  private final TestWork work = new TestWork("freezefreeze");
  private String database;
  private String target;
  private PostgresStore store;

  @BeforeAll
  static void start() {
    servers = ServerPair.start(folder, "max_prepared_transactions=2");
    servers.alterOld(
        "create role insists login admin harena; create role reads login admin harena; create role \"odd\"\"role\" login admin harena");
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @BeforeEach
  void fill() {
    database = servers.oldDatabase("");
    servers.execute(
        database,
        "create table t (id int primary key); insert into t values (1); grant all on t to insists");
    target = servers.freshDatabase("");
    store = servers.store(database, target);
  }

  private List<String> settings() {
    return ServerPair.rows(servers.old(), database, SETTINGS);
  }

  private static void write(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(WRITE);
    }
  }

  private static void assertReadOnly(Connection connection) {
    assertThatThrownBy(() -> write(connection))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("read-only transaction");
  }

  @Test
  void nobodyWritesAfterTheFreezeAndAllDoAfterwards() throws SQLException {
    servers.alterOld(
        "alter role insists set default_transaction_read_only = off; alter role insists in database %s set default_transaction_read_only = off"
            .formatted(database));
    Connection before = servers.connect(database, "");
    Connection insistingBefore = servers.as("insists", database);
    store.source().freeze(work);
    assertThatThrownBy(() -> write(before)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> write(insistingBefore)).isInstanceOf(SQLException.class);
    Connection frozen = servers.connect(database, "");
    assertReadOnly(frozen);
    try (Connection other = servers.as("insists", database)) {
      assertReadOnly(other);
    }

    store.source().unfreeze(work);
    assertThatThrownBy(() -> write(frozen)).as("began frozen").isInstanceOf(SQLException.class);
    try (Connection after = servers.as("insists", database)) {
      write(after);
    }
    servers.execute(database, "insert into t values (3)");
  }

  @Test
  void unfreezingRestoresExactlyTheSettingsFromBefore() {
    servers.alterOld(
        """
            alter database %1$s set default_transaction_read_only = off;
            alter database %1$s set work_mem = '5MB';
            alter role insists set default_transaction_read_only = off;
            alter role insists in database %1$s set search_path = 'a', 'b';
            alter role reads in database %1$s set default_transaction_read_only = on;
            alter role "odd""role" in database %1$s set default_transaction_read_only = 'false';
            alter role "odd""role" set default_transaction_read_only = on
            """
            .formatted(database));
    List<String> before = settings();
    store.source().freeze(work);
    store.source().freeze(work);
    assertThat(settings()).isNotEqualTo(before);
    assertThat(work.pieces()).hasSize(1);
    for (int i = 0; i < 2; i++) {
      store.source().unfreeze(work);
      assertThat(settings()).isEqualTo(before);
    }
    assertThat(work.pieces()).isEmpty();
  }

  @Test
  void aRunThatIsKilledInBetweenIsTakenUpByTheNext() throws SQLException {
    servers.alterOld(
        "alter database %s set default_transaction_read_only = off".formatted(database));
    List<String> before = settings();
    TestWork killed =
        new TestWork(work.move()) {
          @Override
          public void done(String piece, String note) {
            work.done(piece, note);
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(() -> store.source().freeze(killed)).hasMessage("killed");
    assertThat(settings()).isEqualTo(before);

    again().source().freeze(work);
    try (Connection frozen = servers.connect(database, "")) {
      assertReadOnly(frozen);
    }
    TestWork killedLater =
        new TestWork(work.move()) {
          @Override
          public void forget(String piece) {
            throw new IllegalStateException("killed");
          }
        };
    work.pieces().forEach(killedLater::done);
    assertThatThrownBy(() -> again().source().unfreeze(killedLater)).hasMessage("killed");
    again().source().unfreeze(work);
    assertThat(settings()).isEqualTo(before);
  }

  private PostgresStore again() {
    return servers.store(database, target);
  }

  @Test
  void aPreparedTransactionRefusesAndNothingIsChanged() throws SQLException {
    servers.execute(database, "begin; insert into t values (7); prepare transaction 'left over'");
    List<String> before = settings();
    StoreFailure failure =
        catchThrowableOfType(StoreFailure.class, () -> store.source().freeze(work));
    assertThat(failure.side()).isEqualTo(Side.SOURCE);
    assertThat(failure)
        .hasMessageContaining("left over")
        .hasMessageContaining("commit or roll them back first");
    assertThat(settings()).isEqualTo(before);
    servers.execute(database, "rollback prepared 'left over'");
    store.source().freeze(work);
    store.source().unfreeze(work);
  }

  @Test
  void anEnabledSubscriptionRefuses() {
    servers
        .old()
        .execute(
            database,
            "create subscription feeds connection 'host=127.0.0.1 port=1 dbname=x' publication p"
                + " with (connect = false, slot_name = 'feeds')");
    store.source().freeze(work);
    store.source().unfreeze(work);
    servers.old().execute(database, "alter subscription feeds enable");
    assertThatThrownBy(() -> store.source().freeze(work))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("feeds")
        .hasMessageContaining("disable them first");
    servers
        .old()
        .execute(
            database,
            "alter subscription feeds disable; alter subscription feeds set (slot_name = none); drop subscription feeds");
  }

  @Test
  void aSessionThatIsStillStartingIsEndedToo() throws Exception {
    CompletableFuture<Connection> starting = servers.connecting(database, "-c post_auth_delay=3");
    String lock =
        "select 1 from pg_locks l join pg_database d on d.oid = l.objid where l.locktype = 'object'"
            + " and d.datname = '%s'".formatted(database);
    ServerPair.await(
        "a session that has read its settings",
        () -> !ServerPair.rows(servers.old(), "postgres", lock).isEmpty());
    // It reads its settings at once after it takes that lock, which nobody else can see.
    Thread.sleep(300);
    store.source().freeze(work);
    Connection session = starting.handle((done, e) -> done).get();
    if (session != null) {
      assertThatThrownBy(() -> write(session)).isInstanceOf(SQLException.class);
    }
    assertThat(ServerPair.rows(servers.old(), database, "select id from t")).containsExactly("1");
    store.source().unfreeze(work);
  }

  @Test
  void theProvidersSessionsAreNobodysToEnd() throws SQLException {
    try (Connection provider = servers.as("rdsadmin", database)) {
      store.source().freeze(work);
      store.source().unfreeze(work);
      assertThat(provider.isValid(5)).isTrue();
    }
  }

  @Test
  void aClientThatInsistsOnWritingIsSeenByTheProof() throws SQLException {
    store.source().freeze(work);
    var before = store.verifier().inventory(Side.SOURCE, work);
    try (Connection stubborn = servers.connect(database, "-c default_transaction_read_only=off")) {
      write(stubborn);
    }
    var after = store.verifier().inventory(Side.SOURCE, work);
    assertThat(after.items()).isNotEqualTo(before.items());
    var table =
        after.items().stream().filter(it -> it.kind().equals("table")).findFirst().orElseThrow();
    servers
        .fresh()
        .execute(target, "create table t (id int primary key); insert into t values (1)");
    assertThat(store.verifier().locate(table, table, work))
        .extracting(KeyDifference::key)
        .containsExactly("2");
    store.source().unfreeze(work);
  }
}
