package com.harena.allinone.cli.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A block of the README with what a command prints, compared by its shape: figures may differ. */
final class ReadmeBlock {
  private ReadmeBlock() {}

  /** Lines of the block that holds that text which the printed text has not. */
  static List<String> missing(String holding, String printed) throws IOException {
    Set<String> shapes = printed.lines().map(ReadmeBlock::shape).collect(Collectors.toSet());
    return block(holding)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("$ "))
        .filter(line -> !shapes.contains(shape(line)))
        .toList();
  }

  private static String block(String holding) throws IOException {
    Path readme = Path.of(System.getProperty("allinone.checkout"), "README.md");
    for (String part : Files.readString(readme).split("```", -1)) {
      if (part.contains(holding)) {
        return part;
      }
    }
    throw new IllegalStateException("README.md shows nothing with: " + holding);
  }

  private static String shape(String line) {
    return line.replaceAll("/\\S+", "/")
        .replaceAll("\\d[\\d,.:_]*", "#")
        .replaceAll("# (B|KiB|MiB|GiB)", "# bytes")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
