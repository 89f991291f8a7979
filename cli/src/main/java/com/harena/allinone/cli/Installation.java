package com.harena.allinone.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the command line runs.
 *
 * @param checkout folder of the project's checkout; empty on an instance
 * @param workingFolder folder that relative paths begin at
 */
public record Installation(Optional<Path> checkout, Path workingFolder) {
  /** What the launcher told this process. */
  static Installation ofThisProcess() {
    return new Installation(
        Optional.ofNullable(System.getProperty("allinone.checkout")).map(Path::of),
        Path.of("").toAbsolutePath());
  }

  /**
   * The checkout.
   *
   * @throws NoCheckoutException on an instance
   */
  Path requireCheckout() {
    return checkout.orElseThrow(NoCheckoutException::new);
  }

  /** The blueprint that is meant when none is named. */
  Path defaultBlueprint() {
    return shortened(checkout.orElse(workingFolder).resolve("stacks/harena.yaml"));
  }

  /** The plan of a move that is meant when none is named; only a checkout has one. */
  Optional<Path> defaultPlan() {
    return checkout.map(folder -> shortened(folder.resolve("stacks/harena.move.yaml")));
  }

  private Path shortened(Path file) {
    return file.startsWith(workingFolder) ? workingFolder.relativize(file) : file;
  }

  /** The file that a path means, seen from the working folder. */
  Path resolve(Path path) {
    return workingFolder.resolve(path);
  }

  /** A command was given that a checkout must be there for. */
  static final class NoCheckoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCheckoutException() {
      super(
          "needs a checkout of the project; run it through the checkout's ./allinone",
          null,
          false,
          false);
    }
  }
}
