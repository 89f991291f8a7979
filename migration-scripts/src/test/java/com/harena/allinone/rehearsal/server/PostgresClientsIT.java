package com.harena.allinone.rehearsal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL clients that are fetched. */
final class PostgresClientsIT {
  @ParameterizedTest
  @CsvSource({"13, 16.", "16, 16.", "17, 18.", "18, 18."})
  void areAsNewAsAskedFor(int major, String version) {
    for (String client : List.of("pg_dump", "pg_restore", "pg_dumpall", "psql")) {
      String path = Checkout.servers().postgresClients(major).resolve(client).toString();
      assertThat(Programs.run(List.of(path, "--version")))
          .satisfies(result -> assertThat(result.output()).contains("(PostgreSQL) " + version));
    }
  }

  @Test
  void sayWhatCanBeHad() {
    assertThatThrownBy(() -> Checkout.servers().postgresClients(19))
        .hasMessage("no clients of PostgreSQL 19 to fetch; allowed: up to 18");
  }
}
