package com.harena.allinone.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The word that names the blueprint, the same for every command that takes one. */
final class BlueprintFile {
  @Parameters(
      paramLabel = "BLUEPRINT",
      arity = "0..1",
      description = "The blueprint; stacks/harena.yaml of the checkout when none is named.")
  private Path blueprint;

  /** The file that is meant. */
  Path file(Installation installation) {
    return given() ? blueprint : installation.defaultBlueprint();
  }

  /** Whether a file is named. */
  boolean given() {
    return blueprint != null;
  }

  /**
   * The word that may come before the blueprint. Alone, one that ends as a blueprint does names the
   * file.
   */
  Optional<String> unlessFile(String word) {
    if (word != null && !given() && word.matches(".*\\.ya?ml")) {
      blueprint = Path.of(word);
      return Optional.empty();
    }
    return Optional.ofNullable(word);
  }
}
