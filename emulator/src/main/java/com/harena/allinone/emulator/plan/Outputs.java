package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.OutputValue;
import com.harena.allinone.emulator.intrinsic.Resolver;
import com.harena.allinone.emulator.template.OutputDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the outputs of a template their values. */
public final class Outputs {
  private Outputs() {}

  /** The outputs whose condition holds. */
  public static List<OutputValue> of(Evaluation evaluation, ResourceValues values) {
    Resolver resolver = evaluation.resolver(values);
    List<OutputValue> outputs = new ArrayList<>();
    for (OutputDeclaration each : evaluation.template().outputs().values()) {
      if (each.condition().map(evaluation::holds).orElse(true)) {
        Optional<String> export =
            each.exportName().map(name -> text(each.key(), resolver.resolve(name)));
        outputs.add(
            new OutputValue(
                each.key(),
                text(each.key(), resolver.resolve(each.value())),
                each.description(),
                export));
      }
    }
    return outputs;
  }

  private static String text(String key, JsonNode value) {
    if (!value.isValueNode() || value.isNull() || value.isMissingNode()) {
      throw ApiFailure.validation(
          "Template format error: Output "
              + key
              + " is malformed. The Value field of every Outputs member must evaluate to a"
              + " String.");
    }
    return value.asText();
  }
}
