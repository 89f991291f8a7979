package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.local.LocalState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and ending the program of the local AWS, for which another stands. */
class LocalProgramTest {
  @TempDir private Path checkout;
  private Path folder;
  private Session session;

  @BeforeEach
  void program() throws IOException {
    session = new Session(checkout);
    folder = Files.createDirectories(checkout.resolve(".allinone/local"));
    Path built = Files.createDirectories(checkout.resolve("emulator/target/fast"));
    Files.writeString(built.resolve("classpath"), System.getProperty("java.class.path"));
  }

  @AfterEach
  void end() throws IOException {
    LocalState.running(checkout).ifPresent(state -> state.process().destroyForcibly());
  }

  @Test
  void ofTwoThatAreAskedForAtOnceOneIsStarted() throws Exception {
    List<CompletableFuture<Session.Result>> both =
        List.of(
            CompletableFuture.supplyAsync(() -> session.run("local", "up")),
            CompletableFuture.supplyAsync(() -> another().run("local", "up")));

    assertThat(both).allMatch(each -> each.join().code() == 0);
    assertThat(both).extracting(each -> each.join().out()).doesNotContain("").hasSize(2);
    assertThat(both.get(0).join().out()).isEqualTo(both.get(1).join().out());
    assertThat(both)
        .filteredOn(each -> each.join().err().contains("it runs already on port 1"))
        .hasSize(1);
    assertThat(starts()).hasSize(1);
  }

  @Test
  void saysThatOneWasKilledAndThatTheNextBeginsEmpty() throws Exception {
    session.run("local", "up");
    ProcessHandle killed = LocalState.running(checkout).orElseThrow().process();
    killed.destroyForcibly();
    killed.onExit().get(10, TimeUnit.SECONDS);

    assertThat(session.run("local", "status").code()).isEqualTo(ExitCode.LOCAL_NOT_RUNNING.code());
    assertThat(session.run("local", "up").err())
        .contains("process " + killed.pid(), "was killed", "begins empty");
    assertThat(starts()).hasSize(2);
  }

  @Test
  void endsTheOneThatRunsAndSaysSoWhenNoneDoes() throws Exception {
    session.run("local", "up");
    LocalState state = LocalState.running(checkout).orElseThrow();

    assertThat(session.run("local", "down").err())
        .contains("ended the local AWS, process " + state.process().pid());
    assertThat(state.process().isAlive()).isFalse();
    Session.Result again = session.run("local", "down");
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("no local AWS runs");
  }

  @Test
  void passesOnWhyItCannotStart() throws IOException {
    Files.writeString(folder.resolve("last-words"), "port 80 cannot be used: name another");

    Session.Result up = session.run("local", "up");

    assertThat(up.code()).isEqualTo(ExitCode.LOCAL_FAILED.code());
    assertThat(up.out()).isEmpty();
    assertThat(up.err())
        .isEqualTo("allinone: port 80 cannot be used: name another" + System.lineSeparator());
  }

  private Session another() {
    try {
      return new Session(checkout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> starts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("start-")).toList();
    }
  }
}
