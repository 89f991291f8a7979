package com.harena.allinone.pulumi.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.schema.PropertyFault;
import com.harena.allinone.stack.testing.Synthesis;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyRulesTest {
  private static final EnginesPage PAGE =
      EnginesPage.read(Synthesis.checkout().resolve("src/docs/engines.md"));

  static Stream<String> samples() {
    return Samples.names().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyResourceFitsThePublishedSchemaOfItsCounterpart(String sample) {
    assertThat(Comparison.of(sample).pulumi().values())
        .filteredOn(each -> each.type().startsWith("AWS::"))
        .flatExtracting(PropertyRulesTest::faults)
        .isEmpty();
  }

  /** Whether the page tells that the program leaves the property to its engine, as some names. */
  private static boolean isLeftToPulumi(String type, PropertyFault fault) {
    return fault.problem() == PropertyFault.Problem.MISSING
        && PAGE.rows().stream()
            .filter(row -> row.pulumi().equals(EnginesPage.NOTHING))
            .anyMatch(row -> row.resource().equals(type) && row.property().equals(fault.path()));
  }

  @Test
  void namesWhatTheSchemaDoesNotKnowMissesOrHasInAnotherForm() {
    ObjectNode properties = JsonNodeFactory.instance.objectNode().put("Valeu", "text");
    properties.putObject("Type");
    Normalized owner =
        new Normalized("AWS::SSM::Parameter", "Owner", properties, Map.of(), "", Set.of());
    assertThat(faults(owner))
        .containsExactlyInAnyOrder(
            "Owner: PropertyFault[path=Valeu, problem=UNKNOWN]",
            "Owner: PropertyFault[path=Type, problem=WRONG_SHAPE]",
            "Owner: PropertyFault[path=Value, problem=MISSING]");
  }

  private static List<String> faults(Normalized resource) {
    return Comparison.SCHEMAS
        .find(resource.type())
        .orElseThrow()
        .faults(resource.properties(), "ref:")
        .stream()
        .filter(fault -> !isLeftToPulumi(resource.type(), fault))
        .map(fault -> resource.id() + ": " + fault)
        .toList();
  }
}
