package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Verifier;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equal databases on servers of two majors, each set to print and behave in its own way. */
final class PostgresVersionsIT {
  /** By major: what a server is set to, and which majors' data it holds. */
  private static final Map<Integer, Settings> SERVERS =
      Map.of(
          13,
          new Settings(
              List.of(13),
              List.of(
                  "TimeZone = 'Asia/Kathmandu'",
                  "bytea_output = 'escape'",
                  "DateStyle = 'SQL, DMY'",
                  "IntervalStyle = 'sql_standard'",
                  "extra_float_digits = 0",
                  "xmloption = 'document'",
                  "statement_timeout = '20ms'")),
          14,
          new Settings(
              List.of(13, 14),
              List.of(
                  "TimeZone = 'America/St_Johns'",
                  "IntervalStyle = 'iso_8601'",
                  "extra_float_digits = -15",
                  "quote_all_identifiers = on",
                  "xmlbinary = 'hex'",
                  "idle_session_timeout = '5min'")),
          15,
          new Settings(
              List.of(14, 15),
              List.of(
                  "DateStyle = 'Postgres, MDY'",
                  "IntervalStyle = 'postgres_verbose'",
                  "standard_conforming_strings = off",
                  "escape_string_warning = off",
                  "lc_monetary = 'C.utf8'",
                  "lc_numeric = 'C.utf8'",
                  "lc_time = 'C.utf8'",
                  "lc_messages = 'C.utf8'")),
          16,
          new Settings(
              List.of(15),
              List.of(
                  "search_path = app, other",
                  "default_transaction_isolation = 'serializable'",
                  "lock_timeout = '20ms'",
                  "idle_in_transaction_session_timeout = '20ms'",
                  "array_nulls = off")),
          17,
          new Settings(
              List.of(15, 17),
              List.of(
                  "TimeZone = 'Pacific/Chatham'",
                  "transaction_timeout = '5min'",
                  "default_transaction_deferrable = on",
                  "quote_all_identifiers = on")),
          18,
          new Settings(
              List.of(17, 13),
              List.of(
                  "DateStyle = 'German, DMY'",
                  "bytea_output = 'escape'",
                  "extra_float_digits = -15",
                  "default_transaction_read_only = on",
                  "default_text_search_config = 'german'",
                  "client_encoding = 'LATIN1'")));

  /** What a server is set to once it is filled. */
  private record Settings(List<Integer> floors, List<String> settings) {}

  @TempDir static Path folder;
  private static final Map<Integer, PostgresServer> STARTED = new HashMap<>();

  @BeforeAll
  static void start() {
    SERVERS.keySet().parallelStream().forEach(PostgresVersionsIT::start);
  }

  private static void start(int major) {
    PostgresServer server =
        RdsLike.start(Checkout.servers(), major, folder.resolve(Integer.toString(major)));
    synchronized (STARTED) {
      STARTED.put(major, server);
    }
    takeNumbers(server);
    SERVERS.get(major).floors().forEach(floor -> RdsLike.fill(server, "of" + floor, floor));
    for (String setting : SERVERS.get(major).settings()) {
      server.execute("postgres", "alter system set " + setting);
    }
    server.execute("postgres", "select pg_reload_conf()");
  }

  /** So that types and roles have other numbers on each server. */
  private static void takeNumbers(PostgresServer server) {
    server.execute(
        "postgres",
        "do $$ begin for i in 1..%d loop execute 'create type spent as enum (); drop type spent';"
                .formatted(5 * server.major())
            + " end loop; end $$");
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(PostgresServer::close);
  }

  @Test
  void noSessionOfOursEndsWhenTheServersTimeoutsSay() {
    PostgresSessions sessions =
        new PostgresSessions(
            RdsLike.endpoint(STARTED.get(14), "of14"),
            RdsLike.target(STARTED.get(17), "of17"),
            RdsLike.SECRETS);
    for (Side side : Side.values()) {
      try (PostgresSession session = sessions.open(side, new TestWork("versions0002"))) {
        assertThat(
                session.texts(
                    "reading settings",
                    "select name || '=' || setting from pg_settings where setting <> '0' and name ~"
                        + " '^(statement|lock|transaction|idle_.*session)_timeout$'"))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "13, 14, of13",
    "14, 15, of14",
    "15, 16, of15",
    "16, 17, of15",
    "17, 18, of17",
    "13, 18, of13",
    "18, 13, of13",
    "15, 14, of14",
    "17, 16, of15"
  })
  void equalDatabasesAreEqual(int from, int to, String database) throws SQLException {
    Verifier verifier =
        new PostgresStore(
                RdsLike.endpoint(STARTED.get(from), database),
                RdsLike.target(STARTED.get(to), database),
                RdsLike.SECRETS)
            .verifier();
    assertThat(number(from, database)).isNotEqualTo(number(to, database));
    TestWork work = new TestWork("versions0001");
    Inventory source = verifier.inventory(Side.SOURCE, work);
    Inventory target = verifier.inventory(Side.TARGET, work);
    assertThat(source.version()).startsWith(from + ".");
    assertThat(target.version()).startsWith(to + ".");
    Comparison comparison =
        Comparison.of("postgres", source, target, (here, there) -> Optional.empty());
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.pairs()).hasSizeGreaterThan(400);
  }

  private static List<String> number(int major, String database) throws SQLException {
    return PlainFacts.texts(STARTED.get(major), database, "select 'app.color'::regtype::oid");
  }
}
