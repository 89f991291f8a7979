package com.harena.allinone.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * A program that a test needs and that not every machine has. Without it the test is skipped with
 * the reason, unless the system property {@code allinone.require}, a list of parts with commas
 * between them, says that it must be there.
 */
public final class OptionalProgram {
  private OptionalProgram() {}

  /** The program of that name on the path. */
  public static Path named(String name) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder, name);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    List<String> required = List.of(System.getProperty("allinone.require", "").split(",", -1));
    if (required.contains(name)) {
      Assertions.fail("%s is required and not on the path".formatted(name));
    }
    throw new TestAbortedException(name + " is not on the path");
  }
}
