package com.harena.allinone.rehearsal.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of this machine. */
final class Programs {
  private Programs() {}

  /** What an ended program said on both streams. */
  record Result(int status, String output) {
    boolean failed() {
      return status != 0;
    }
  }

  /** The program of that name on the path. */
  static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder, name);
      if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The program of that name, or a failure that says how to get it. */
  static Path need(String name, String remedy) {
    return find(name)
        .orElseThrow(
            () -> new ServerUnavailable("%s is not on the path: %s".formatted(name, remedy)));
  }

  /** Runs a command to its end, at most ten minutes. */
  static Result run(List<String> command) {
    return run(new ProcessBuilder(command));
  }

  /** Runs a command to its end, at most ten minutes; its standard input is empty. */
  static Result run(ProcessBuilder builder) {
    String program = builder.command().get(0);
    try {
      Process process =
          builder
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new ServerUnavailable("%s did not end within ten minutes".formatted(program));
      }
      return new Result(process.exitValue(), output.strip());
    } catch (IOException e) {
      throw new ServerUnavailable("cannot run %s: %s".formatted(program, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnavailable("interrupted while %s ran".formatted(program), e);
    }
  }
}
