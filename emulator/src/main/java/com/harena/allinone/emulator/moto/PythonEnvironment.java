package com.harena.allinone.emulator.moto;

import com.harena.allinone.emulator.LocalFailure;
import com.harena.allinone.emulator.program.Installed;
import com.harena.allinone.emulator.program.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The private Python environment that holds moto, made once from pinned packages with checked
 * hashes.
 *
 * @param python the interpreter to run
 * @param variables what its environment must have
 */
public record PythonEnvironment(Path python, Map<String, String> variables) {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String REQUIREMENTS = "requirements.txt";
  private static final List<String> INSTALL =
      List.of(
          "-m",
          "pip",
          "install",
          "-q",
          "--disable-pip-version-check",
          "--no-input",
          "--no-deps",
          "--require-hashes");
  private static final String VERSION =
      "import sys; print('%d.%d' % sys.version_info[:2]); sys.exit(sys.version_info < (3, 10))";
  private static final String GET_PYTHON =
      "Python 3.10 or newer: apt-get install python3 python3-venv, or python.org";

  /** Copies the variables. */
  public PythonEnvironment {
    variables = Map.copyOf(variables);
  }

  /**
   * The environment in a folder, made if need be.
   *
   * @param progress told what takes long
   * @throws LocalFailure if this machine has no Python that can make it, or a package cannot be had
   */
  public static PythonEnvironment in(Path folder, Consumer<String> progress) {
    return in(folder, System.getenv().getOrDefault("PATH", ""), progress);
  }

  /** The same with the Python of these folders. */
  static PythonEnvironment in(Path folder, String path, Consumer<String> progress) {
    Program python =
        Program.named("python3", path)
            .orElseThrow(
                () ->
                    new LocalFailure(
                        "python3 is not on the path: the local AWS needs " + GET_PYTHON));
    Program.Result version = python.run(LIMIT, Path.of("/"), Map.of(), "-c", VERSION);
    if (!version.succeeded()) {
      throw new LocalFailure(
          "%s is %s: the local AWS needs %s"
              .formatted(python.path(), version.output().strip(), GET_PYTHON));
    }
    List<String> parts =
        List.of(
            Installed.resource(PythonEnvironment.class, REQUIREMENTS),
            python.path().toString(),
            version.output());
    Installed.once(folder, parts, made -> fill(made, python, progress));
    Path inside = folder.resolve("bin/python");
    return Files.isExecutable(inside)
        ? new PythonEnvironment(inside, Map.of())
        : new PythonEnvironment(
            python.path(), Map.of("PYTHONPATH", folder.resolve("packages").toString()));
  }

  private static void fill(Path folder, Program python, Consumer<String> progress) {
    progress.accept("installing moto in a private Python environment, once");
    Path requirements = folder.resolveSibling(folder.getFileName() + "-" + REQUIREMENTS);
    Written.text(requirements, Installed.resource(PythonEnvironment.class, REQUIREMENTS));
    Program.Result venv =
        python.run(LIMIT, folder, Map.of(), "-m", "venv", "--clear", folder.toString());
    Program.Result installed;
    if (venv.succeeded()) {
      installed = install(new Program(folder.resolve("bin/python")), folder, requirements);
    } else if (python.run(LIMIT, folder, Map.of(), "-m", "pip", "--version").succeeded()) {
      Written.removed(folder.resolve("bin"));
      installed =
          install(python, folder, requirements, "--target", folder.resolve("packages").toString());
    } else {
      throw new LocalFailure(
          "%s can make no virtual environment and has no pip: apt-get install python3-venv%n%s"
              .formatted(python.path(), venv.tail()));
    }
    if (!installed.succeeded()) {
      throw new LocalFailure(
          "pip could not install moto: is the package index reachable?%n%s"
              .formatted(installed.tail()));
    }
  }

  private static Program.Result install(
      Program python, Path folder, Path requirements, String... target) {
    List<String> words = new ArrayList<>(INSTALL);
    words.addAll(List.of("-r", requirements.toString()));
    words.addAll(List.of(target));
    return python.run(LIMIT, folder, Map.of(), words.toArray(String[]::new));
  }
}
