package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.HostBoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ProgramTest {
  @TempDir private Path folder;

  @Test
  void namesTheNearestCommandForAnUnknownOne() throws IOException {
    Session.Result result = new Session(folder).run("chekc");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("'chekc'").contains("did you mean: ").contains("check");
  }

  @Test
  void namesTheNearestOptionForAnUnknownOne() throws IOException {
    Session.Result result = new Session(folder).run("check", "--jsn");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(result.err()).contains("--jsn").contains("--json").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host"})
  void asksForACommand(String word) throws IOException {
    Session.Result result =
        new Session(folder).run(word.isEmpty() ? new String[0] : new String[] {word});

    assertThat(result.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(result.err()).contains("no command given").contains("--help");
  }

  @Test
  void printsACompletionScriptThatKnowsEveryCommand() throws IOException {
    assertThat(new Session(folder).run("completion").out()).contains("_picocli_allinone", "synth");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpHasOneExampleThatIsUnderstood(CommandLine command) throws IOException {
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    String example = help.substring(help.indexOf("Example:\n") + "Example:\n".length()).strip();

    assertThat(help).contains("Example:\n");
    assertThat(example).startsWith("allinone ").doesNotContain("\n");
    String[] words = example.substring("allinone ".length()).split(" ");
    assertThat(program(folder).commandLine().parseArgs(words).subcommand()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check stacks/harena.yaml", "cost stacks/harena.yaml", "completion"})
  void theExamplesOfTheHelpRun(String example) throws IOException {
    Session session = new Session(folder);
    Path checkout = Path.of(System.getProperty("allinone.checkout"));
    String[] words = example.replace("stacks/", checkout + "/stacks/").split(" ");

    assertThat(session.run(words).code()).isZero();
  }

  @Test
  void exitCodesAreNamedAndUnique() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code >= 0 && code <= 125);
    assertThat(ExitCode.BUNDLE_FAILED.code()).isEqualTo(HostBoot.BUNDLE_FAILED);
    assertThat(ExitCode.TRY_AGAIN.code()).isEqualTo(HostBoot.TRY_AGAIN);
  }

  @Test
  void theLauncherEndsWithTheSameCodes() throws IOException {
    String launcher =
        Files.readString(Path.of(System.getProperty("allinone.checkout"), "allinone"));

    assertThat(launcher)
        .contains(
            "prerequisite_missing=%d packages_failed=%d build_failed=%d"
                .formatted(
                    ExitCode.PREREQUISITE_MISSING.code(),
                    ExitCode.PACKAGES_FAILED.code(),
                    ExitCode.BUILD_FAILED.code()));
  }

  @Test
  void needsACheckoutForTheCdk() {
    Installation instance = new Installation(Optional.empty(), folder);

    Session.Result result = Session.run(instance, "diff");

    assertThat(result.code()).isEqualTo(ExitCode.NO_CHECKOUT.code());
    assertThat(result.err()).contains("./allinone");
  }

  @Test
  void writesTheDetailsOfAnUnexpectedFaultToAFile() throws IOException {
    Session session = new Session(folder);
    session.cdk("mkdir -p cdk.out; echo '{\"artifacts\": {}}' > cdk.out/manifest.json");

    Session.Result result = session.run("synth");

    assertThat(result.code()).isEqualTo(ExitCode.UNEXPECTED.code());
    assertThat(result.err()).doesNotContain("\tat ");
    Path details = Path.of(result.err().substring(result.err().indexOf("details: ") + 9).strip());
    assertThat(Files.readString(details)).contains("\tat ");
    Files.delete(details);
  }

  @Test
  void coloursOnlyWhenToldThatThisIsATerminal() {
    CommandLine.Help.Ansi on = CommandLine.Help.Ansi.ON;
    Program coloured = program(Path.of(System.getProperty("allinone.checkout")));
    java.io.StringWriter out = new java.io.StringWriter();
    coloured
        .commandLine()
        .setOut(new java.io.PrintWriter(out))
        .setColorScheme(CommandLine.Help.defaultColorScheme(on));

    assertThat(coloured.run("check")).isZero();
    assertThat(out.toString()).contains("\u001b[1m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000\u0001\u00ff", "a: [", "- - -", "{{{{", "&a [*a]", "\t\tx"})
  void aBlueprintOfJunkIsAFaultAndNoStackTrace(String junk) throws IOException {
    Session session = new Session(folder);
    Files.write(session.blueprint(), junk.getBytes(StandardCharsets.ISO_8859_1));

    Session.Result result = session.run("check");

    assertThat(result.code()).isEqualTo(ExitCode.BLUEPRINT_FAULTY.code());
    assertThat(result.out()).contains("harena.yaml:").doesNotContain("Exception", "\tat ");
    assertThat(result.err()).isEmpty();
  }

  static Stream<CommandLine> commands() {
    CommandLine root = program(Path.of("")).commandLine();
    return Stream.concat(Stream.of(root), descendants(root));
  }

  private static Stream<CommandLine> descendants(CommandLine command) {
    return command.getSubcommands().values().stream()
        .flatMap(each -> Stream.concat(Stream.of(each), descendants(each)));
  }

  private static Program program(Path checkout) {
    return new Program(
        new Installation(Optional.of(checkout), Path.of("").toAbsolutePath()),
        new java.io.PrintWriter(java.io.Writer.nullWriter()),
        new java.io.PrintWriter(java.io.Writer.nullWriter()));
  }
}
