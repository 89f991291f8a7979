package com.harena.allinone.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.secret.SecretValue;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessCommandsTest {
  private final Commands commands = new ProcessCommands();

  @Test
  void returnsOutputErrorsAndExitCode() {
    CommandResult result =
        commands.attempt(Command.of("sh", "-c", "echo out; echo err >&2; exit 3"));

    assertThat(result).isEqualTo(new CommandResult(3, "out\n", "err\n"));
  }

  @Test
  void aFailureNamesCommandCodeAndLastLines() {
    assertThatThrownBy(() -> commands.run("sh", "-c", "seq 9; echo why >&2; exit 3"))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("exit code 3: 6 | 7 | 8 | 9 | why")
        .hasMessageStartingWith("'sh -c ");
  }

  @Test
  void whatReadsASecretIsNotQuotedWhenItFails() {
    Command command = Command.of("sh", "-c", "cat; exit 1").reading(SecretValue.of("s3cr3t"));

    assertThatThrownBy(() -> commands.run(command))
        .hasMessageContaining("exit code 1")
        .hasMessageNotContaining("s3cr3t");
    assertThat(command.toString()).doesNotContain("s3cr3t");
    assertThat(commands.attempt(command).output()).isEqualTo("s3cr3t");
  }

  @Test
  void aProgramThatIgnoresItsInputMayEnd() {
    Command command = Command.of("true").reading(SecretValue.of("x".repeat(1 << 20)));

    assertThat(commands.attempt(command).succeeded()).isTrue();
  }

  @Test
  void largeOutputDoesNotBlock() {
    assertThat(commands.run("sh", "-c", "yes | head -c 2000000")).hasSize(2000000);
  }

  @Test
  void endsWhatRunsTooLongWithItsChildren() {
    Instant begin = Instant.now();

    assertThatThrownBy(
            () ->
                commands.run(
                    Command.of("sh", "-c", "sleep 60 & sleep 61").within(Duration.ofMillis(300))))
        .hasMessageContaining("ran longer than");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void namesAProgramThatIsNotThere() {
    assertThatThrownBy(() -> commands.run("no-such-program", "x"))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("'no-such-program x' did not start");
  }

  @Test
  void passesVariables() {
    assertThat(commands.run(Command.of("sh", "-c", "echo $NAME").with("NAME", "value")))
        .isEqualTo("value\n");
  }
}
