package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCommandTest {
  @TempDir private Path checkout;
  private Session session;

  @BeforeEach
  void session() throws IOException {
    session = new Session(checkout);
  }

  @Test
  void saysThatNoneRuns() {
    Session.Result status = session.run("local", "status");
    assertThat(status.code()).isEqualTo(ExitCode.LOCAL_NOT_RUNNING.code());
    assertThat(status.err()).contains("no local AWS runs: start it by local up");
    assertThat(session.run("local", "down").code()).isEqualTo(ExitCode.OK.code());
  }

  @Test
  void takesAFileThatAnEndedProcessLeftBehindForNone() throws IOException {
    // The number of a process that lives, but of one that began at another time.
    state(ProcessHandle.current().pid(), Instant.EPOCH);
    assertThat(session.run("local", "status").code()).isEqualTo(ExitCode.LOCAL_NOT_RUNNING.code());
    assertThat(session.run("local", "down").err()).contains("no local AWS runs");
  }

  @Test
  void printsTheEnvironmentOfOneThatRunsQuotedForTheShell() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    state(self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    Session.Result up = session.run("local", "up");
    assertThat(up.out()).isEqualTo("unset AWS_CA_BUNDLE AWS_PROFILE\nexport HOME='/it'\\''s'\n");
    assertThat(up.err()).contains("it runs already on port 1");
    assertThat(session.run("local", "up", "--json").out()).contains("\"HOME\" : \"/it's\"");
  }

  @Test
  void saysSoWhenItRunsAndDoesNotAnswer() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    state(self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    Session.Result status = session.run("local", "status");
    assertThat(status.code()).isEqualTo(ExitCode.LOCAL_FAILED.code());
    assertThat(status.err()).contains("does not answer on port 1", "end it by local down");
  }

  @Test
  void saysSoWhenItIsNotBuilt() {
    Session.Result up = session.run("local", "up");
    assertThat(up.code()).isEqualTo(ExitCode.LOCAL_FAILED.code());
    assertThat(up.err()).contains("the local AWS is not built");
  }

  private void state(long pid, Instant began) throws IOException {
    Path folder = Files.createDirectories(checkout.resolve(".allinone/local"));
    Files.writeString(
        folder.resolve("state.json"),
        "{\"pid\":%d,\"began\":\"%s\",\"port\":1,\"environment\":{\"HOME\":\"/it's\"}}"
            .formatted(pid, began));
  }
}
