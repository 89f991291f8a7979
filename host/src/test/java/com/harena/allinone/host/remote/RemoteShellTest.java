package com.harena.allinone.host.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.timing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class RemoteShellTest {
  private static final String MACHINE = "i-0123456789abcdef0";
  private static final ShellLine LINE =
      ShellLine.ofAllinone(Duration.ofMinutes(10), "instance", "backup", "--json");

  private final VirtualTime time = new VirtualTime();
  private final List<String> said = new ArrayList<>();
  private final List<String> cancelled = new ArrayList<>();

  @Test
  void passesEachLineOnOnceAndSaysThatItGoesOnWhenItIsSilent() {
    Invocation end =
        run(
            second ->
                second < 5
                    ? Optional.empty()
                    : Optional.of(
                        second < 80
                            ? new Invocation(Invocation.State.RUNNING, -1, "", "dumping\nupl")
                            : new Invocation(
                                Invocation.State.ENDED, 0, "{}", "dumping\nuploading\ndone")));

    assertThat(end.output()).isEqualTo("{}");
    assertThat(said)
        .containsSubsequence("dumping", "uploading", "done")
        .containsOnlyOnce("dumping")
        .anyMatch(line -> line.startsWith("allinone instance backup --json: for "));
  }

  @Test
  void givesUpACommandThatRunCommandForgets() {
    assertThatThrownBy(() -> run(second -> Optional.empty()))
        .isInstanceOf(RemoteFailure.class)
        .hasMessageContaining("knows nothing of the command");
    assertThat(time.seconds()).isBetween(30L, 60L);
  }

  @Test
  void cancelsACommandThatHasNoEnd() {
    assertThatThrownBy(
            () -> run(second -> Optional.of(new Invocation(Invocation.State.RUNNING, -1, "", ""))))
        .isInstanceOf(RemoteFailure.class)
        .hasMessageContaining("has no end after 12 min");
    assertThat(cancelled).containsExactly("command-1");
  }

  @Test
  void saysThatACommandNeverArrived() {
    assertThatThrownBy(
            () ->
                run(
                    second ->
                        Optional.of(new Invocation(Invocation.State.UNDELIVERED, -1, "", ""))))
        .isInstanceOf(RemoteFailure.class)
        .hasMessageContaining("never reached " + MACHINE);
  }

  @Test
  void refusesWordsThatAShellWouldTakeApart() {
    assertThatThrownBy(() -> ShellLine.ofAllinone(Duration.ofMinutes(1), "status; reboot"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quoting");
  }

  private Invocation run(LongFunction<Optional<Invocation>> looks) {
    RunCommand commands =
        new RunCommand() {
          @Override
          public String send(String instance, ShellLine line) {
            return "command-1";
          }

          @Override
          public Optional<Invocation> look(String instance, String command) {
            return looks.apply(time.seconds());
          }

          @Override
          public void cancel(String command) {
            cancelled.add(command);
          }
        };
    return new RemoteShell(commands, time, said::add).run(MACHINE, LINE);
  }
}
