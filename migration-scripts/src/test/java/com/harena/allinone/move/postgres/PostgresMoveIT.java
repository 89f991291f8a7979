package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole move of a database that lives like on RDS. */
final class PostgresMoveIT {
  private static final String MOVE = "abcdefghijk1";

  @TempDir Path folder;
  @TempDir Path oldFolder;
  @TempDir Path freshFolder;

  @ParameterizedTest
  @CsvSource({"13, 15", "15, 18", "16, 18"})
  void everythingArrivesAsItWas(int from, int to) throws Exception {
    try (PostgresServer old = RdsLike.start(Checkout.servers(), from, oldFolder);
        PostgresServer fresh =
            PostgresServer.start(Checkout.servers(), to, freshFolder, PostgresServer.QUICK)) {
      PostgresEndpoint source = RdsLike.fill(old, "appdb");
      fresh.execute("postgres", "create database harena");
      PostgresEndpoint target = RdsLike.target(fresh, "harena");
      PostgresStore store = new PostgresStore(source, target, RdsLike.SECRETS);
      Inventory contents = move(store);
      proven(store, contents);
      sameFacts(PlainFacts.of(old, "appdb"), PlainFacts.of(fresh, "harena"));
      passwordsStayBehind(contents, old, fresh);
    }
  }

  private Inventory move(PostgresStore store) throws Exception {
    Path backup = Files.createDirectory(folder.resolve("backup"));
    Inventory contents = store.source().backUp(backup, new TestWork(MOVE));
    TestWork migrate = new TestWork(MOVE);
    assertThat(store.sink().occupancy(migrate).state()).isEqualTo(Occupancy.State.EMPTY);
    store.sink().restore(backup, contents, migrate);
    assertThat(store.sink().occupancy(migrate).state()).isEqualTo(Occupancy.State.OURS);
    store.sink().finish(migrate);
    return contents;
  }

  private static void proven(PostgresStore store, Inventory contents) {
    TestWork verify = new TestWork(MOVE);
    Inventory source = store.verifier().inventory(Side.SOURCE, verify);
    Inventory target = store.verifier().inventory(Side.TARGET, verify);
    assertThat(target.items()).containsExactlyElementsOf(source.items());
    assertThat(store.verifier().inventory(Side.TARGET, contents, verify).items())
        .containsExactlyElementsOf(contents.items());
    assertThat(source.items()).hasSizeGreaterThan(400);
  }

  private static void sameFacts(List<String> old, List<String> fresh) {
    assertThat(old).hasSizeGreaterThan(400);
    assertThat(without(old, fresh)).as("lost").isEmpty();
    assertThat(without(fresh, old)).as("invented").isEmpty();
  }

  private static List<String> without(List<String> all, List<String> others) {
    List<String> left = new ArrayList<>(all);
    others.forEach(left::remove);
    return left;
  }

  private static void passwordsStayBehind(
      Inventory contents, PostgresServer old, PostgresServer fresh) throws SQLException {
    assertThat(contents.facts())
        .containsEntry(
            "roles whose passwords are not carried over", "every_login, harena, postgres");
    assertThat(withPassword(old)).containsExactly("every_login", "harena");
    assertThat(withPassword(fresh)).isEmpty();
  }

  private static List<String> withPassword(PostgresServer server) throws SQLException {
    return PlainFacts.texts(
        server,
        "postgres",
        "select rolname from pg_authid where rolpassword is not null and rolname in"
            + " ('every_login', 'harena') order by 1");
  }
}
