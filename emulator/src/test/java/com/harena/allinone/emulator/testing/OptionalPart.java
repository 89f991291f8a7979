package com.harena.allinone.emulator.testing;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A part of the machine that a test needs and not every machine has. Without it the test is skipped
 * with the reason, unless the system property {@code allinone.require}, a list of parts with commas
 * between them, says that it must be there.
 */
public final class OptionalPart {
  private OptionalPart() {}

  /** Skips or fails the test unless the part is present. */
  public static void need(String part, boolean present, String reason) {
    List<String> required = List.of(System.getProperty("allinone.require", "").split(","));
    if (!present && required.contains(part)) {
      Assertions.fail("%s is required and missing: %s".formatted(part, reason));
    }
    Assumptions.assumeTrue(present, "%s is missing: %s".formatted(part, reason));
  }
}
