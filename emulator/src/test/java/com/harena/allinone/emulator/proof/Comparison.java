package com.harena.allinone.emulator.proof;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what a stack's resources are against what its template asks for. */
final class Comparison {
  /** moto tells code as a hash, and no log group of a function or description between groups. */
  private static final Map<String, List<String>> NEVER_TOLD =
      Map.of(
          "AWS::Lambda::Function", List.of("Code", "LoggingConfig"),
          "AWS::EC2::SecurityGroupIngress", List.of("Description"));

  /** Functions did their work, no client is among the dependencies, or they live in memory here. */
  private static final String ASKED_NOWHERE =
      "Custom::.*|AWS::CloudFormation::WaitCondition(Handle)?|AWS::Budgets::Budget"
          + "|AWS::CloudFront::(Function|VpcOrigin)";

  private final ServiceAnswers answers;

  Comparison(Deployment cloud) {
    answers = new ServiceAnswers(cloud);
  }

  /** Every resource is told as it is asked for: by its handler, and to everyone by its service. */
  void holds(Collection<Finding> findings) {
    toldAsAsked(findings);
    toldToEveryone(findings);
  }

  /** The handlers tell every resource as the template asks for it. */
  static void toldAsAsked(Collection<Finding> findings) {
    assertSoftly(
        softly ->
            findings.forEach(
                each ->
                    softly
                        .assertThat(differences(each))
                        .as("%s %s", each.resource().type(), each.resource().logicalId())
                        .isEmpty()));
  }

  /** The services tell anybody the same. */
  void toldToEveryone(Collection<Finding> findings) {
    assertSoftly(
        softly -> {
          for (Finding each : findings) {
            String type = each.resource().type();
            String id = each.resource().physicalId().orElseThrow();
            Optional<List<?>> told = answers.of(type, id);
            if (told.isEmpty()) {
              softly.assertThat(type).as("asked for nowhere").matches(ASKED_NOWHERE);
            } else {
              softly
                  .assertThat(ReadBack.missing(asked(each), id, told.get()))
                  .as("%s %s", type, id)
                  .isEmpty();
            }
          }
        });
  }

  /** Where a resource is not as it is asked for. */
  static List<String> differences(Finding finding) {
    return finding
        .told()
        .map(told -> ReadBack.differences(asked(finding), told))
        .orElse(List.of("does not exist"));
  }

  /** What the template asks for and a service can tell. */
  private static JsonNode asked(Finding finding) {
    String type = finding.resource().type();
    ObjectNode asked = finding.asked().deepCopy();
    if (type.startsWith("Custom::")) {
      // Its properties are arguments of a function: what that did is asserted elsewhere.
      return asked.removeAll();
    }
    return asked.without(NEVER_TOLD.getOrDefault(type, List.of()));
  }
}
