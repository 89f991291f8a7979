package com.harena.allinone.pulumi.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The engine that {@code .ci/pulumi-engine} builds; without it the tests are skipped. */
final class EnginePart {
  private static final String NAME = "pulumi";
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));

  private EnginePart() {}

  /** Skips the tests, or fails them where {@code allinone.require} names the part. */
  static void need() {
    String said = said();
    List<String> required = List.of(System.getProperty("allinone.require", "").split(","));
    if (!said.isEmpty() && required.contains(NAME)) {
      Assertions.fail("%s is required and missing: %s".formatted(NAME, said));
    }
    Assumptions.assumeTrue(said.isEmpty(), NAME + " is missing: " + said);
  }

  /** Where its programs are. */
  static Path programs() {
    return CHECKOUT.resolve(".allinone/pulumi/bin").toAbsolutePath().normalize();
  }

  /** The checkout under test. */
  static Path checkout() {
    return CHECKOUT.toAbsolutePath().normalize();
  }

  private static String said() {
    try {
      Process asked =
          new ProcessBuilder(CHECKOUT.resolve(".ci/pulumi-engine").toString(), "built")
              .redirectErrorStream(true)
              .start();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return asked.waitFor() == 0 ? "" : said.strip();
    } catch (IOException e) {
      return "cannot run .ci/pulumi-engine: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
