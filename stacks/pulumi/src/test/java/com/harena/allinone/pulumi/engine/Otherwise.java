package com.harena.allinone.pulumi.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A resource that Pulumi treats otherwise than the redeploy-safety table says: a row of the second
 * table of {@code engines.md}.
 *
 * @param property the blueprint's property that is changed; a star stands for any
 * @param name the resource's name, without suffix and digits; a star stands for any
 * @param cdk the table's verb
 * @param pulumi Pulumi's verb
 */
record Otherwise(String property, String name, String cdk, String pulumi) {
  /** What stands for no verb. */
  private static final String NOTHING = "—";

  private static final String HEAD =
      "| property | resource | with the CDK | with Pulumi | reason |";

  /** Nothing is told as a dash. */
  Otherwise {
    cdk = cdk.isEmpty() ? NOTHING : cdk;
    pulumi = pulumi.isEmpty() ? NOTHING : pulumi;
  }

  /** Every row of the page. */
  static List<Otherwise> all(Path page) {
    try {
      return Files.readString(page)
          .lines()
          .dropWhile(line -> !line.equals(HEAD))
          .skip(2)
          .takeWhile(line -> line.startsWith("|"))
          .map(line -> line.replace("`", "").split(" ?\\| ?", -1))
          .map(cells -> new Otherwise(cells[1], cells[2], cells[3], cells[4]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this row tells such a difference. */
  boolean tells(Otherwise difference) {
    return matches(property, difference.property)
        && matches(name, difference.name)
        && cdk.equals(difference.cdk)
        && pulumi.equals(difference.pulumi);
  }

  private static boolean matches(String pattern, String text) {
    return pattern.equals("*") || pattern.equals(text);
  }

  @Override
  public String toString() {
    return "| `%s` | `%s` | %s | %s |".formatted(property, name, cdk, pulumi);
  }
}
