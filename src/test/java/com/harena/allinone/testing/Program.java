package com.harena.allinone.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * A program that a test needs and that not every machine has.
 *
 * <p>Without it the test is skipped with its reason, unless the system property {@code
 * allinone.require} (a comma-separated list, set in CI) names the program: then the test fails.
 *
 * @param path where the program is
 */
public record Program(Path path) {
  /** What a finished program said, on both streams. */
  public record Result(int status, String output) {}

  /** The program of this name on the path. */
  public static Program named(String name) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder, name);
      if (Files.isExecutable(candidate)) {
        return new Program(candidate);
      }
    }
    missing(name, name + " is not on the path");
    throw new AssertionError("unreachable");
  }

  /** Skips the test, or fails it where the part is required. */
  public static void missing(String part, String reason) {
    String required = System.getProperty("allinone.require", "");
    if (Arrays.asList(required.split(",", -1)).contains(part)) {
      fail("%s, and allinone.require names it: %s", reason, required);
    }
    throw new TestAbortedException(reason);
  }

  /** Runs it to its end, at most two minutes. */
  public Result run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(Arrays.asList(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return fail("%s did not end within two minutes: %s", command, output);
      }
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
