package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.command.CommandResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what each entry of the runbook begins with, against an instance that serves. */
@ExtendWith(WorldExtension.class)
class RunbookIT {
  private static final Path RUNBOOK =
      Path.of(System.getProperty("allinone.checkout"), "src/docs/runbook.md");
  private static final Pattern FIRST_BLOCK =
      Pattern.compile("(?s)<!-- entry: (\\S+) -->.*?```\n(.*?)```");
  private static final String PROGRAM = "./allinone ";

  /** It needs a backup and its time; it is run where there is one. */
  private static final String DRILL = PROGRAM + "host drill";

  static Stream<String> commands() {
    Matcher block = FIRST_BLOCK.matcher(Folders.read(RUNBOOK));
    List<String> entries = block.results().map(found -> found.group(1)).toList();
    assertThat(entries).hasSize(10);
    return block
        .reset()
        .results()
        .flatMap(found -> found.group(2).lines())
        .filter(line -> line.startsWith(PROGRAM) && !line.equals(DRILL))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theCommandThatDiagnosesIsDone(String command, World world) {
    aBackupHasRun(world);
    String[] words = command.substring(PROGRAM.length()).split(" ", -1);

    CommandResult result = new Operator(world.aws().front().endpoint()).run(words);

    assertThat(result.exitCode()).as(Arrays.toString(words) + result.errors()).isZero();
    if (!command.contains(" logs ")) {
      assertThat(result.output()).isNotBlank();
    }
  }

  /** Whoever looks for its log has one. */
  private static void aBackupHasRun(World world) {
    Box box = world.box(world.serving().instance());
    if (!world.logs().streams().contains("backup")) {
      box.shell("systemctl start allinone-backup.service");
      Awaiting.until(
          "the log of a backup",
          Duration.ofMinutes(2),
          () -> world.logs().streams().contains("backup"),
          box::journal);
    }
  }
}
