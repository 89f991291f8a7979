package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.journal.MoveLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The arguments of the scripts before: the folder of a backup, and the address of an instance. */
class OldArgumentsTest {
  private static final String PLAN =
      """
      environment: harena-test
      source:
        redis: {address: "127.0.0.1:1", tls: off}
      target:
        redis: {address: "10.0.0.7:1", tls: off}
      """;

  @TempDir private Path checkout;

  @BeforeEach
  void writePlan() throws IOException {
    Files.createDirectories(checkout.resolve("stacks"));
    Files.writeString(checkout.resolve("stacks/harena.move.yaml"), PLAN);
  }

  private Session.Result run(String... words) {
    return Session.run(
        new Installation(Optional.of(checkout), Path.of("").toAbsolutePath()), words);
  }

  private Path backup(String name) throws IOException {
    Path directory = Files.createDirectories(checkout.resolve("stacks/harena.move.d"));
    try (MoveLock lock = MoveLock.take(directory);
        Journal journal = Journal.open(lock, Clock.systemUTC(), entry -> {})) {
      journal.append(
          "move",
          Journal.content()
              .put("format", 1)
              .put("move", "abcdefghijk1")
              .put("environment", "harena-test"));
      for (boolean finished : new boolean[] {false, true}) {
        journal.append(
            "backup",
            Journal.content().put("folder", name).put("side", "source").put("finished", finished));
      }
    }
    return Files.createDirectories(directory.resolve("backups").resolve(name));
  }

  @Test
  void withoutAPlanTheCheckoutsIsMeant() {
    Session.Result result = run("move", "status");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("move check " + checkout.resolve("stacks/harena.move.yaml"));
  }

  @Test
  void aBackupOfTheMoveIsTaken() throws IOException {
    Session.Result result = run("move", "status", backup("20261127_120000").toString());

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("harena-test");
  }

  @Test
  void anotherBackupIsRefused() throws IOException {
    Path current = backup("20261127_120000");
    Path other = Files.createDirectories(checkout.resolve("20250112_143000"));

    Session.Result result = run("move", "rollback", other.toString());

    assertThat(result.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(result.err()).contains(other.toString(), current.toString());
  }

  @Test
  void anInstanceThatIsNotThePlansIsRefused() throws IOException {
    Path folder = backup("20261127_120000");

    Session.Result wrong = run("move", "migrate", folder.toString(), "52.210.228.191");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(wrong.err()).contains("52.210.228.191", "10.0.0.7");

    Session.Result right = run("move", "migrate", folder.toString(), "10.0.0.7");
    assertThat(right.code()).as(right.err()).isNotEqualTo(ExitCode.USAGE.code());
  }
}
