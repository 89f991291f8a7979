package com.harena.allinone.move.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.Tls;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client program says becomes one line with what to do. */
final class ComplaintsTest {
  private static final PostgresEndpoint ENDPOINT =
      new PostgresEndpoint(
          new Address("db.example", 5432),
          "app",
          "harena",
          Optional.of(SecretReference.parse("env:OLD_PASSWORD")),
          Tls.OFF);

  private static Complaints of(String text, boolean tolerant) {
    Complaints complaints =
        new Complaints(line -> tolerant && line.contains("unrecognized configuration"));
    text.lines().forEach(complaints::add);
    return complaints;
  }

  @Test
  void theFirstErrorCountsWithWhatBelongsToIt() {
    Complaints complaints =
        of(
            """
            pg_restore: connecting to database for restore
            pg_restore: warning: something
            pg_restore: while PROCESSING TOC:
            pg_restore: error: COPY failed for table "t": ERROR:  null value in column "a"
            DETAIL:  Failing row contains (...).
            CONTEXT:  COPY t, line 1, column secret: "4111 1111"
            COPY t, line 1: "4111 1111"
            pg_restore: detail: more
            pg_restore: error: another
            """,
            false);
    assertThat(complaints.first())
        .hasValue(
            "COPY failed for table \"t\": ERROR: null value in column \"a\"; DETAIL: Failing row"
                + " contains (…); CONTEXT: COPY t, line 1, column secret; COPY t,"
                + " line 1; detail: more");
  }

  @Test
  void whatIsForgivenIsCountedAndHidesNothing() {
    String forgiven =
        "pg_restore: error: could not execute query: ERROR:  unrecognized configuration parameter"
            + " \"transaction_timeout\"\nCommand was: SET transaction_timeout = 0;\n";
    assertThat(of(forgiven, true).first()).isEmpty();
    assertThat(of(forgiven, true).areForgiven()).isTrue();
    assertThat(of(forgiven, false).first()).isPresent();
    assertThat(of(forgiven, false).areForgiven()).isFalse();
    Complaints real = of(forgiven + "pg_restore: error: real\n" + forgiven, true);
    assertThat(real.first()).hasValue("real");
    assertThat(real.areForgiven()).isFalse();
    assertThat(of("pg_restore: all well\n", true).areForgiven()).isFalse();
  }

  @Test
  void labelsThatOtherProcessesTearOffHideNoError() {
    String unknown =
        "could not execute query: ERROR:  unrecognized configuration parameter"
            + " \"transaction_timeout\"\nCommand was: SET transaction_timeout = 0;\n\n";
    assertThat(of("pg_restore:pg_restore:  error: error: " + unknown + unknown, true).areForgiven())
        .isTrue();
    assertThat(
            of("pg_restore: error: pg_restore: finished item 7 TABLE DATA t\n" + unknown, true)
                .areForgiven())
        .isTrue();
    String real = "could not execute query: ERROR:  relation \"t\" exists\n";
    for (String mixed :
        List.of(
            "pg_restore:pg_restore:  error: error: " + unknown + real,
            "pg_restore: error: pg_restore: launching item 8 INDEX i\n" + real,
            "pg_restore: error: pg_restore: finished item 7 TABLE DATA t\n"
                + unknown
                + "pg_restore: pg_restore: finished item 9 INDEX i\nerror: "
                + real)) {
      Complaints complaints = of(mixed, true);
      assertThat(complaints.first())
          .as(mixed)
          .hasValueSatisfying(it -> assertThat(it).contains("exists"));
      assertThat(complaints.areForgiven()).isFalse();
    }
    assertThat(of("pg_restore: error: pg_restore: finished item 7 X t\nlost\n", true).areForgiven())
        .isFalse();
    assertThat(Complaints.message("pg_dump:pg_dump:  finished item 7 TABLE DATA error: x"))
        .isEqualTo("finished item 7 TABLE DATA error: x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR: extension \"postgis\" is not available | install the extension postgis on the server",
        "FATAL: password authentication failed for user \"harena\" | env:OLD_PASSWORD",
        "ERROR: permission denied for table t | grant the role harena what is missing",
        "ERROR: could not extend file \"x\": No space left on device | free disk space on the server",
        "server closed the connection unexpectedly | see that the server runs",
        "connection to server at \"127.0.0.1\", port 1 failed: Connection refused | see that the server runs",
        "COPY failed: FATAL: terminating connection due to administrator command | see that the server runs",
        "FATAL: the database system is starting up | see that the server runs",
        "ERROR: syntax error | mend that"
      })
  void eachHasItsRemedy(String words, String remedy) {
    assertThat(Remedy.of(words, ENDPOINT))
        .contains(remedy)
        .endsWith(", then run the same command again");
  }
}
