package com.harena.allinone.cli;

import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.host.cloud.aws.AwsSecretSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the commands of a move reach out to. The SDK's classes are loaded when a parameter is read.
 *
 * @param plan the plan that is meant when none is named
 * @param line reads what an operator types
 * @param parameters opens Parameter Store
 * @param terminal tells whether progress is shown on a terminal
 */
record MoveAccess(
    Optional<Path> plan,
    Supplier<String> line,
    ParameterStores parameters,
    Supplier<Boolean> terminal) {
  /** Opens the Parameter Store of a region, or of the SDK's own. */
  interface ParameterStores {
    SecretSource open(Optional<String> region);
  }

  /** Standard input, AWS, and standard error. */
  static MoveAccess ofThisProcess(Installation installation) {
    return new MoveAccess(
        installation.defaultPlan(),
        MoveAccess::typed,
        region -> new AwsSecretSource(region),
        MoveAccess::isTerminal);
  }

  private static String typed() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTerminal() {
    try {
      return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
