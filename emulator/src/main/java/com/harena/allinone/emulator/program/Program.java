package com.harena.allinone.emulator.program;

import com.harena.allinone.emulator.LocalFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine.
 *
 * @param path where it is
 */
public record Program(Path path) {
  /** How one run of it ended, with what it said on both streams. */
  public record Result(int status, String output) {
    /** Whether it ended with 0. */
    public boolean succeeded() {
      return status == 0;
    }

    /** The last lines of what it said. */
    public String tail() {
      List<String> lines = output.strip().lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
  }

  /** The program of this name on the path. */
  public static Optional<Program> named(String name) {
    return named(name, Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /** The program of this name in a list of folders as {@code PATH} has them. */
  public static Optional<Program> named(String name, String folders) {
    return Arrays.stream(folders.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> new Program(Path.of(folder, name)))
        .filter(program -> Files.isExecutable(program.path))
        .findFirst();
  }

  /**
   * Runs it to its end without input.
   *
   * @param variables what its environment has beside this process's
   * @throws LocalFailure if it cannot be started or takes longer than the limit
   */
  public Result run(
      Duration limit, Path folder, Map<String, String> variables, String... arguments) {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(Arrays.asList(arguments));
    Path said = null;
    try {
      said = Files.createTempFile("allinone-", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().putAll(variables);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new LocalFailure(
            "%s did not end within %d s: run it by hand to see why"
                .formatted(String.join(" ", command), limit.toSeconds()));
      }
      return new Result(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LocalFailure("cannot run %s: %s".formatted(path, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("interrupted while %s ran".formatted(path), e);
    } finally {
      delete(said);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // A file in the folder for temporary files: the machine's own housekeeping gets it.
      file.toFile().deleteOnExit();
    }
  }
}
