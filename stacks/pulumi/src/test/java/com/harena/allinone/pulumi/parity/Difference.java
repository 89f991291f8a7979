package com.harena.allinone.pulumi.parity;

import java.util.Optional;

/**
 * What one engine does and the other does not, or does otherwise.
 *
 * @param type CloudFormation's type, or Pulumi's token
 * @param id logical name of the resource
 * @param property the property, places of lists told alike; {@code resource} for all of it, {@code
 *     order} for what is made before it
 * @param cdk the value in the template, if it has one
 * @param pulumi the value in the program, if it has one
 */
record Difference(
    String type, String id, String property, Optional<String> cdk, Optional<String> pulumi) {
  private static final int SHOWN = 300;

  @Override
  public String toString() {
    return "| `%s` | `%s` | %s | %s | (%s)"
        .formatted(type, property, shown(cdk), shown(pulumi), id);
  }

  private static String shown(Optional<String> value) {
    return value
        .map(text -> text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
        .map(text -> "`" + text.replace("\n", "\\n") + "`")
        .orElse(EnginesPage.NOTHING);
  }
}
