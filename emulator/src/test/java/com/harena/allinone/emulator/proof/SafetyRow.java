package com.harena.allinone.emulator.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A row of the committed redeploy-safety table.
 *
 * @param instance what becomes of the instance
 * @param effects what happens
 */
record SafetyRow(String instance, Effects effects) {
  /** The row of a property whose change begins with these words. */
  static SafetyRow of(String property, String change) {
    try {
      List<String[]> rows =
          Files.readString(Deployment.CHECKOUT.resolve("src/docs/redeploy-safety.md"))
              .lines()
              .filter(line -> line.startsWith("| `" + property + "` | " + change))
              .map(line -> line.split(" *\\| ?", -1))
              .toList();
      if (rows.size() != 1) {
        throw new AssertionError("%d rows of %s %s".formatted(rows.size(), property, change));
      }
      return new SafetyRow(rows.get(0)[4].strip(), Effects.parse(rows.get(0)[5].strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
