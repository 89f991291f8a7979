package com.harena.allinone.emulator.lint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.emulator.program.Installed;
import com.harena.allinone.emulator.program.Program;
import com.harena.allinone.emulator.testing.OptionalPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** cfn-lint in a private Python environment that is made once for the checkout. */
final class CfnLint {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));

  private final Program program;

  private CfnLint(Program program) {
    this.program = program;
  }

  /** Installs it if need be; the test is skipped, or fails, where that cannot be done. */
  static CfnLint installed() {
    Optional<Program> python = Program.named("python3");
    OptionalPart.need("cfn-lint", python.isPresent(), "python3 is not on the path");
    Path folder = CHECKOUT.toAbsolutePath().normalize().resolve(".allinone/cfn-lint");
    String requirements = Installed.resource(CfnLint.class, "requirements.txt");
    Installed.once(
        folder,
        List.of(requirements, python.orElseThrow().path().toString()),
        made -> fill(made, python.orElseThrow(), requirements));
    return new CfnLint(new Program(folder.resolve("bin/cfn-lint")));
  }

  private static void fill(Path folder, Program python, String requirements) {
    need(python.run(LIMIT, folder, Map.of(), "-m", "venv", "--clear", folder.toString()));
    Path list = folder.resolve("requirements.txt");
    try {
      Files.writeString(list, requirements);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    need(
        new Program(folder.resolve("bin/python"))
            .run(
                LIMIT,
                folder,
                Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
                "-m",
                "pip",
                "install",
                "-q",
                "--no-input",
                "--no-deps",
                "--require-hashes",
                "-r",
                list.toString()));
  }

  private static void need(Program.Result result) {
    OptionalPart.need("cfn-lint", result.succeeded(), result.tail());
  }

  /** What it says of a template. */
  List<LintFinding> findings(Path template, Path folder) throws IOException {
    Path report = folder.resolve("report.json");
    Program.Result result =
        program.run(
            LIMIT,
            folder,
            Map.of("HOME", folder.toString()),
            "--format",
            "json",
            "--output-file",
            report.toString(),
            "--non-zero-exit-code",
            "none",
            template.toString());
    if (!result.succeeded() || !Files.exists(report)) {
      throw new AssertionError(
          "cfn-lint ended with %d: %s".formatted(result.status(), result.tail()));
    }
    return StreamSupport.stream(new ObjectMapper().readTree(report.toFile()).spliterator(), false)
        .map(LintFinding::of)
        .toList();
  }
}
