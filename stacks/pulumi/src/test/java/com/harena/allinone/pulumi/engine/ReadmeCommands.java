package com.harena.allinone.pulumi.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The lines that the README tells to type for a deployment with Pulumi. */
final class ReadmeCommands {
  private static final String BUILD = "mvn -q -DskipTests package";

  private ReadmeCommands() {}

  /** Every line after the one that builds, which the tests run behind. */
  static List<String> afterTheBuild() throws IOException {
    String readme = Files.readString(EnginePart.checkout().resolve("README.md"));
    for (String block : readme.split("```", -1)) {
      if (block.contains("pulumi up")) {
        List<String> lines =
            block.lines().map(line -> line.replaceAll("\\s+#.*", "").strip()).toList();
        return lines.subList(lines.indexOf(BUILD) + 1, lines.size());
      }
    }
    throw new AssertionError("README.md tells nothing to type for Pulumi");
  }
}
