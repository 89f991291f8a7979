package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan, a secret or a journal that cannot be used; no server is there at all. */
class FaultyFilesIT {
  private static final String PLAN =
      """
      environment: harena-process
      source:
        postgres:
          address: %s
          database: harena
          user: harena
          password: env:OLD_DATABASE_PASSWORD
          tls: off
      target:
        postgres:
          address: %s
          database: harena
          user: harena
          tls: off
      """;

  @TempDir private Path folder;

  private String plan;
  private MoveFolder move;

  @BeforeEach
  void plan() {
    plan = PLAN.formatted(closedAddress(), closedAddress());
    move = new MoveFolder(plan, folder);
  }

  /** Where nobody listens. */
  static String closedAddress() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return "127.0.0.1:" + socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyFaultOfThePlanIsPrintedAtItsLineAndNoSecretThatStandsThere() {
    move.plan(
        plan.replace("env:OLD_DATABASE_PASSWORD", "hunter2").replace("tls: off", "tls: maybe"));
    AllinoneProcess.Ended ended = move.run("check").with(ExitCode.BLUEPRINT_FAULTY);
    assertThat(ended.err().lines().toList())
        .hasSize(3)
        .allMatch(line -> line.matches(".*harena\\.move\\.yaml:\\d+:\\d+: .*"));
    assertThat(ended.err()).contains("source.postgres.password").doesNotContain("hunter2");
    assertThat(move.directory()).doesNotExist();
  }

  @Test
  void aPlanThatIsMissingIsNamed() throws IOException {
    assertThat(
            move.words("", "move", "check", "nowhere.yaml").with(ExitCode.BLUEPRINT_FAULTY).err())
        .isEqualTo(
            "nowhere.yaml: no such file; check the path, or copy stacks/harena.move.yaml to it\n");
    assertThat(move.words("", "move", "check").with(ExitCode.USAGE).err()).contains("PLAN");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(
            move.run("check", "--directory", file.toString())
                .with(ExitCode.FILE_UNREADABLE)
                .complaint())
        .contains(file.toString());
  }

  @Test
  void aSecretThatIsNotThereIsNamedWithHowToGiveIt() {
    move.with("OLD_DATABASE_PASSWORD", "");
    assertThat(move.run("backup").with(ExitCode.SECRET_UNAVAILABLE).complaint())
        .contains("env:OLD_DATABASE_PASSWORD is not set: export OLD_DATABASE_PASSWORD");
    move.plan(plan.replace("env:OLD_DATABASE_PASSWORD", "file:old.secret"));
    assertThat(move.run("backup").with(ExitCode.SECRET_UNAVAILABLE).complaint())
        .contains("old.secret", "no such file");
  }

  @Test
  void aDamagedLineOfTheJournalIsNamedAndOneThatAKillCutShortForgotten() throws IOException {
    Path journal = move.directory().resolve("journal.ndjson");
    move.run("check").with(ExitCode.CHECK_FAILED);
    String whole = Files.readString(journal);
    Files.writeString(journal, whole.substring(0, whole.length() - 9));
    assertThat(move.status().path("steps").path(0).path("outcome").asText())
        .isEqualTo("interrupted");
    move.run("check").with(ExitCode.CHECK_FAILED);

    Files.writeString(
        journal,
        Files.readString(journal).replaceFirst("\"step\":\"check\"", "\"step\":\"checl\""));
    for (String verb : new String[] {"check", "status", "report"}) {
      assertThat(move.run(verb).with(ExitCode.JOURNAL_DAMAGED).complaint())
          .contains("line 3 of " + journal, "is not what was written");
    }
  }
}
