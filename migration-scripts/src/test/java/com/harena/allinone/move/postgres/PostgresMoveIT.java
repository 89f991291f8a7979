package com.harena.allinone.move.postgres;

import static com.harena.allinone.move.postgres.TwoSides.differing;
import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole move of a database that lives like on RDS, while the application counts on. */
final class PostgresMoveIT {
  private static final String COUNTED = "sequence other.called";

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
      TwoSides sides = new TwoSides(source, target);
      Path backup = folder.resolve("backup");
      Inventory contents = backUpMeanwhile(sides, backup, old);
      restore(new PostgresStore(source, target, RdsLike.SECRETS), backup, contents);
      assertThat(differing(sides.since(contents, backup))).isEmpty();
      assertThat(differing(sides.live())).containsExactly(COUNTED);
      old.execute("appdb", "select setval('other.called', %s)".formatted(counted(fresh)));
      Comparison equal = sides.live();
      assertThat(differing(equal)).isEmpty();
      assertThat(equal.pairs()).hasSizeGreaterThan(400);
      sameFacts(PlainFacts.of(old, "appdb"), PlainFacts.of(fresh, "harena"));
      passwordsStayBehind(contents, old, fresh);
    }
  }

  /** A sequence heeds no snapshot: it goes on while the backup is taken. */
  private static Inventory backUpMeanwhile(TwoSides sides, Path backup, PostgresServer old)
      throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> counting =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                old.execute("appdb", "select nextval('other.called')");
              }
            });
    try {
      return sides.backUp(backup);
    } finally {
      over.set(true);
      counting.join();
      old.execute("appdb", "select nextval('other.called')");
    }
  }

  private static String counted(PostgresServer fresh) throws SQLException {
    return PlainFacts.texts(fresh, "harena", "select last_value::text from other.called").get(0);
  }

  private static void restore(PostgresStore store, Path backup, Inventory contents)
      throws Exception {
    TestWork migrate = new TestWork("abcdefghijk1");
    assertThat(store.sink().occupancy(migrate).state()).isEqualTo(Occupancy.State.EMPTY);
    store.sink().restore(backup, contents, migrate);
    assertThat(store.sink().occupancy(migrate).state()).isEqualTo(Occupancy.State.OURS);
    store.sink().finish(migrate);
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
