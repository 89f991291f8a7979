package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the two engines have the same property.
 *
 * @param cloudFormation where a template has it
 * @param pulumi where the program's inputs have it
 * @param conversion how the values differ in form
 */
record PropertyRule(PropertyPath cloudFormation, PropertyPath pulumi, Conversion conversion) {
  /** A rule as the table writes it: {@code cidrBlock}, or {@code policy | document}. */
  static PropertyRule parse(String cloudFormation, String pulumi) {
    String[] parts = pulumi.split(" \\| ", 2);
    return new PropertyRule(
        PropertyPath.parse(cloudFormation),
        PropertyPath.parse(parts[0].strip()),
        parts.length == 1 ? Conversion.SAME : Conversion.named(parts[1].strip()));
  }

  /**
   * Copies what the inputs have to where the template has it.
   *
   * @param consumed is told each place of the inputs that was read
   */
  void translate(ObjectNode inputs, ObjectNode properties, Consumer<PropertyPath> consumed) {
    pulumi.each(
        inputs,
        (place, value) -> {
          cloudFormation
              .choose(pulumi.choices(place))
              .set(properties, conversion.translate(value.deepCopy()));
          consumed.accept(place);
        });
  }

  /** Brings the template's values into the form in which they are compared. */
  void canonicalize(ObjectNode properties) {
    List<Runnable> changes = new ArrayList<>();
    cloudFormation.each(
        properties,
        (place, value) -> changes.add(() -> place.set(properties, conversion.canonical(value))));
    changes.forEach(Runnable::run);
  }

  @Override
  public String toString() {
    return cloudFormation + ": " + pulumi;
  }
}
