package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.compose.ServiceSecrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The runbook in both languages: its commands are ones that the command line understands. */
class RunbookTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));
  private static final String PROGRAM = "./allinone ";

  @ParameterizedTest
  @ValueSource(strings = {"runbook.md", "runbook.fr.md"})
  void diagnosesEachTroubleWithACommandOfOurs(String file) {
    assertThat(entries(file).keySet())
        .containsExactly(
            "postgres",
            "elasticsearch",
            "backend",
            "release",
            "spot",
            "disk",
            "password",
            "certificate",
            "restore",
            "stopped");
    assertThat(entries(file).values())
        .allSatisfy(commands -> assertThat(commands.get(0)).startsWith(PROGRAM));
  }

  @Test
  void holdsTheSameCommandsInBothLanguages() {
    assertThat(entries("runbook.fr.md")).isEqualTo(entries("runbook.md"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsUnderstood(String command) {
    if (!command.startsWith(PROGRAM)) {
      assertThat(command).startsWith("aws ");
      return;
    }
    CommandLine program =
        new Program(
                new Installation(Optional.of(CHECKOUT), CHECKOUT),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()))
            .commandLine();

    ParseResult parsed = program.parseArgs(command.substring(PROGRAM.length()).split(" ", -1));

    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
      assertThat(parsed.unmatched()).as(command).isEmpty();
    }
    assertThat(parsed.commandSpec().subcommands()).as("%s is a whole command", command).isEmpty();
  }

  @Test
  void namesSecretsThatTheDeploymentNeeds() {
    List<String> needed =
        ServiceSecrets.of(BlueprintLoader.load(CHECKOUT.resolve("stacks/harena.yaml")));

    assertThat(commands().filter(it -> it.contains("secrets set")))
        .isNotEmpty()
        .allMatch(it -> needed.contains(it.substring(it.lastIndexOf(' ') + 1)));
  }

  static Stream<String> commands() {
    return entries("runbook.md").values().stream().flatMap(List::stream).distinct();
  }

  /** The commands of each entry, in the order of the file. */
  private static Map<String, List<String>> entries(String file) {
    Map<String, List<String>> entries = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    boolean code = false;
    for (String line : text(file).lines().toList()) {
      if (line.startsWith("<!-- entry: ")) {
        current = new ArrayList<>();
        entries.put(line.replaceAll("<!-- entry: (\\S+) -->", "$1"), current);
      } else if (line.startsWith("```")) {
        code = !code;
      } else if (code) {
        current.add(line);
      }
    }
    return entries;
  }

  private static String text(String file) {
    try {
      return Files.readString(CHECKOUT.resolve("src/docs").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
