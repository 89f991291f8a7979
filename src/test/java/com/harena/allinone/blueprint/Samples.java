package com.harena.allinone.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Blueprints to change and read. */
final class Samples {
  static final String HOURS =
      """
      hours:
        zone: Europe/Paris
        open: 08:00
        close: 22:00
      """;

  private Samples() {}

  static Path file(String name) {
    return Path.of(System.getProperty("allinone.checkout"), "src/test/resources/blueprints", name);
  }

  /** The smallest blueprint. */
  static String minimal() {
    try {
      return Files.readString(file("minimal.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The smallest blueprint with one text replaced. */
  static String minimalWith(String before, String after) {
    assertThat(minimal()).contains(before);
    return minimal().replace(before, after);
  }

  /** The faults of a text, as messages without the file and the place; none when it is good. */
  static List<String> messages(String yaml) {
    try {
      BlueprintLoader.parse("test.yaml", yaml);
      return List.of();
    } catch (FaultyBlueprintException e) {
      return e.faults().stream().map(Fault::message).toList();
    }
  }
}
