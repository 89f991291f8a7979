package com.harena.allinone.move.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ApplicationChecksTest {
  private static final DocumentSearch SEARCH =
      new DocumentSearch() {
        @Override
        public String server() {
          return "Elasticsearch here";
        }

        @Override
        public long hits(String indexOrAlias) {
          if (indexOrAlias.equals("closed")) {
            throw new NotAsExpected("closed: 400 index_closed_exception");
          }
          return 7;
        }
      };

  private static CheckedPoint check(Point point) {
    return new ApplicationChecks(List.of(point)).run().get(0);
  }

  @Test
  void tablesPassOnlyWithTheirRows() {
    Map<String, Long> expected = Map.of("public.users", 3L, "public.accounts", 4L);
    assertThat(check(Points.tables("PostgreSQL here", expected, true, () -> expected)))
        .isEqualTo(
            new CheckedPoint(
                "PostgreSQL", "PostgreSQL here: rows of each of 2 tables", "7 rows", true));
    assertThat(check(Points.tables("", expected, true, () -> Map.of("public.users", 3L))).answer())
        .isEqualTo("public.accounts: 4, has null");
    Map<String, Long> fewer = Map.of("public.users", 3L, "public.accounts", 3L);
    assertThat(check(Points.tables("", expected, true, () -> fewer)).answer())
        .isEqualTo("public.accounts: 4, has 3");
  }

  @Test
  void inServiceTablesPassWhateverTheirRows() {
    Map<String, Long> expected = Map.of("public.users", 3L, "public.accounts", 4L);
    Map<String, Long> more = Map.of("public.users", 9L, "public.accounts", 0L);
    assertThat(check(Points.tables("", expected, false, () -> more)).passed()).isTrue();
    assertThat(check(Points.tables("", expected, false, () -> Map.of("public.users", 3L))))
        .extracting(CheckedPoint::passed, CheckedPoint::answer)
        .containsExactly(false, "public.accounts: 4, has null");
  }

  @Test
  void anIndexPassesOnlyWhenASearchFindsItsDocuments() {
    assertThat(check(Points.indices(SEARCH, Map.of("a", 7L, "b", 7L), true)).answer())
        .isEqualTo("14 documents found");
    assertThat(check(Points.indices(SEARCH, Map.of("a", 8L), true)))
        .extracting(CheckedPoint::passed, CheckedPoint::answer)
        .containsExactly(false, "a: 8, finds 7");
  }

  @Test
  void anAliasThatRefusesASearchFails() {
    assertThat(check(Points.aliases(SEARCH, List.of("transactions"))).passed()).isTrue();
    assertThat(check(Points.aliases(SEARCH, List.of("closed"))))
        .extracting(CheckedPoint::passed, CheckedPoint::answer)
        .containsExactly(false, "closed: 400 index_closed_exception");
    assertThat(check(Points.aliases(SEARCH, List.of())).answer())
        .isEqualTo("the source has no alias");
  }

  @Test
  void missingSecretsAreNamed() {
    assertThat(
            check(Points.secrets("here", List.of("A", "B"), () -> Set.of("A", "B", "C"))).answer())
        .isEqualTo("all 2 are there");
    assertThat(check(Points.secrets("here", List.of("A", "B"), () -> Set.of("A"))))
        .isEqualTo(
            new CheckedPoint("authentication", "here has the secrets A, B", "missing: B", false));
  }

  @Test
  void aCommandPassesByItsStatusAlone() {
    assertThat(check(Points.command("authentication", "echo s3cr3t; true", Path.of("/"))))
        .isEqualTo(new CheckedPoint("authentication", "echo s3cr3t; true", "status 0", true));
    assertThat(check(Points.command("analytics", "echo s3cr3t; exit 22", Path.of("/"))))
        .extracting(CheckedPoint::passed, CheckedPoint::answer)
        .containsExactly(false, "status 22; expected 0");
  }

  @Test
  void viewsThatCannotBeReadAreNamed() {
    assertThat(check(Points.views("here", List.of("a", "b"), () -> Set.of("a"))).answer())
        .isEqualTo("cannot be read: b");
    assertThat(check(Points.views("here", List.of("a"), () -> Set.of("a"))).passed()).isTrue();
  }

  @Test
  void healthIsAskedUntilItIsWell() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1);
          exchange.close();
        });
    server.start();
    try {
      URI address =
          URI.create("http://127.0.0.1:%d/health".formatted(server.getAddress().getPort()));
      assertThat(check(Points.health(address, Duration.ZERO)))
          .isEqualTo(new CheckedPoint("health", "GET " + address, "503; expected 200", false));
      assertThat(check(Points.health(address, Duration.ofSeconds(10))).passed()).isTrue();
    } finally {
      server.stop(0);
    }
    URI gone = URI.create("http://127.0.0.1:%d/health".formatted(server.getAddress().getPort()));
    assertThat(check(Points.health(gone, Duration.ZERO)).answer())
        .isEqualTo("no answer: ConnectException");
  }

  @Test
  void everyPointIsAskedWhateverTheOnesBeforeSaid() {
    assertThat(
            new ApplicationChecks(
                    List.of(
                        Points.aliases(SEARCH, List.of("closed")),
                        Points.aliases(SEARCH, List.of("open"))))
                .run())
        .extracting(CheckedPoint::passed)
        .containsExactly(false, true);
  }
}
