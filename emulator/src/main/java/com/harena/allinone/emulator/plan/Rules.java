package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.intrinsic.Conditions;
import com.harena.allinone.emulator.intrinsic.Resolver;
import java.util.ArrayList;
import java.util.List;

/** Holds parameters against the rules of a template. */
final class Rules {
  private Rules() {}

  static void check(Evaluation evaluation) {
    Resolver resolver = evaluation.resolver(new NoResources());
    List<String> broken = new ArrayList<>();
    evaluation
        .template()
        .rules()
        .forEach(
            (name, rule) -> {
              if (rule.has("RuleCondition")
                  && !Conditions.truth(rule.get("RuleCondition"), resolver)) {
                return;
              }
              if (!rule.path("Assertions").isArray()) {
                throw ApiFailure.validation(
                    "Template format error: Rule " + name + " must have a list of Assertions");
              }
              for (JsonNode assertion : rule.get("Assertions")) {
                if (!Conditions.truth(assertion.path("Assert"), resolver)) {
                  broken.add(
                      "Rule "
                          + name
                          + " failed: "
                          + assertion.path("AssertDescription").asText("an assertion is false"));
                }
              }
            });
    if (!broken.isEmpty()) {
      throw ApiFailure.validation("Template validation error: " + String.join("; ", broken));
    }
  }
}
