package com.harena.allinone.move.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.move.postgres.TestWork;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How client programs are run: here shell scripts in their place. */
final class ClientRunTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private final TestWork work = new TestWork("clientclient");

  private int run(String script, Tls tls, Predicate<String> line) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    FakePrograms.script(programs.resolve("pg_dump"), script);
    PostgresEndpoint endpoint =
        new PostgresEndpoint(
            new Address("::1", 5433),
            "app = 1",
            "harena",
            Optional.of(SecretReference.parse("env:ANY")),
            tls);
    ClientPrograms clients =
        new ClientPrograms("test", 15, "15.1", Optional.of(programs), Optional.empty(), true);
    PostgresSessions sessions =
        new PostgresSessions(endpoint, endpoint, any -> SecretValue.of("pass word'\"$"));
    return new ClientRun(clients, sessions, Side.SOURCE, work)
        .run("pg_dump", List.of(folder), "-c work_mem=9MB", List.of("--verbose"), line);
  }

  private List<String> output(String script, Tls tls) throws IOException {
    List<String> lines = new ArrayList<>();
    assertThat(run(script, tls, lines::add)).isZero();
    return lines;
  }

  @Test
  void thePasswordIsInTheEnvironmentAndNeverInTheArguments() throws IOException {
    List<String> lines =
        output("tr '\\0' ' ' </proc/$$/cmdline; echo; env | grep ^PG; env | grep ^LC_", Tls.OFF);
    assertThat(lines.get(0)).contains("--verbose").doesNotContain("pass");
    assertThat(lines)
        .contains(
            "PGPASSWORD=pass word'\"$",
            "PGPASSFILE=/dev/null",
            "PGHOST=::1",
            "PGPORT=5433",
            "PGUSER=harena",
            "PGDATABASE=app = 1",
            "PGAPPNAME=allinone-clientclient",
            "PGSSLMODE=disable",
            "LC_ALL=C")
        .anySatisfy(it -> assertThat(it).startsWith("PGOPTIONS=").endsWith("-c work_mem=9MB"));
  }

  @Test
  void theServerMustProveItselfByTheAuthorityThatIsGiven() throws IOException {
    Path authority = folder.resolve("authority.pem");
    Tls tls = new Tls(Tls.Mode.VERIFY, Optional.of(authority));
    assertThat(output("env", tls))
        .contains("PGSSLMODE=verify-full", "PGSSLROOTCERT=" + authority.toAbsolutePath());
  }

  @Test
  void everythingIsReadFromBothStreams() throws IOException {
    AtomicInteger lines = new AtomicInteger();
    int status =
        run(
            "yes 'a line of many' | head -200000; yes error | head -200000 >&2; exit 3",
            Tls.OFF,
            line -> lines.incrementAndGet() > 0);
    assertThat(status).isEqualTo(3);
    assertThat(lines).hasValue(400_000);
  }

  @Test
  void aProgramThatMustEndIsEndedWithItsChildren() throws IOException {
    long before = System.nanoTime();
    int status = run("echo stop; sleep 600 & sleep 600; echo never", Tls.OFF, line -> false);
    assertThat(status).isNotZero();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
    assertThat(sleeping()).isEmpty();
  }

  @Test
  void whatTheReaderThrowsEndsTheProgramAndIsThrown() {
    long before = System.nanoTime();
    assertThatThrownBy(
            () ->
                run(
                    "while true; do echo more and more and more; done",
                    Tls.OFF,
                    line -> {
                      throw new IllegalStateException("the journal cannot be written");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the journal cannot be written");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
  }

  @Test
  void aProgramThatIsDeafIsEndedAllTheSameWhenTheMoveIsToEnd() {
    long before = System.nanoTime();
    assertThatThrownBy(
            () ->
                run(
                    "trap '' TERM INT; echo begun; while true; do sleep 600; done",
                    Tls.OFF,
                    line -> {
                      work.interrupt();
                      return true;
                    }))
        .isInstanceOf(MoveInterrupted.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
    assertThat(sleeping()).isEmpty();
  }

  private static List<ProcessHandle> sleeping() {
    return ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().command().filter(path -> path.endsWith("/sleep")).isPresent())
        .filter(ProcessHandle::isAlive)
        .toList();
  }
}
