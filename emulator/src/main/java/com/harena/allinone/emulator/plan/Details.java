package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.engine.ChangeDetail;
import com.harena.allinone.emulator.engine.ParameterValue;
import com.harena.allinone.emulator.intrinsic.Reference;
import com.harena.allinone.emulator.intrinsic.References;
import com.harena.allinone.emulator.state.Masking;
import com.harena.allinone.emulator.state.StackConfig;
import com.harena.allinone.emulator.state.StackState;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.emulator.template.TemplateText;
import com.harena.allinone.schema.UpdateKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of each changed property what causes the change. */
final class Details {
  private final Evaluation evaluation;
  private final PlannedValues values;
  private final Masking masking;
  private final JsonNode templateBefore;
  private final Map<String, String> parametersBefore = new HashMap<>();
  private final Map<String, String> parametersAfter = new HashMap<>();

  Details(
      StackState stack,
      StackConfig config,
      Evaluation evaluation,
      PlannedValues values,
      Masking masking) {
    this.evaluation = evaluation;
    this.values = values;
    this.masking = masking;
    this.templateBefore =
        TemplateText.parse(
            stack.config.templateText().isEmpty() ? "{}" : stack.config.templateText());
    stack.config.parameters().forEach(each -> parametersBefore.put(each.key(), effective(each)));
    config.parameters().forEach(each -> parametersAfter.put(each.key(), effective(each)));
  }

  private static String effective(ParameterValue value) {
    return value.resolved().orElse(value.value());
  }

  /** One detail for each outermost property that changes. */
  List<ChangeDetail> properties(ResourceDeclaration declared, List<Verdict> verdicts) {
    Map<String, List<Verdict>> byProperty = new LinkedHashMap<>();
    verdicts.forEach(
        each ->
            byProperty
                .computeIfAbsent(each.difference().property(), any -> new ArrayList<>())
                .add(each));
    List<ChangeDetail> details = new ArrayList<>();
    byProperty.forEach((name, several) -> details.add(property(declared, name, several)));
    return details;
  }

  private ChangeDetail property(ResourceDeclaration declared, String name, List<Verdict> verdicts) {
    boolean dynamic = verdicts.stream().anyMatch(Verdict::dynamic);
    Cause cause = cause(declared, name, dynamic);
    Verdict first = verdicts.get(0);
    boolean single = verdicts.size() == 1;
    JsonNode before = first.difference().before();
    JsonNode after = first.difference().after();
    return new ChangeDetail(
        "Properties",
        Optional.of(name),
        Optional.of("/Properties/" + String.join("/", first.difference().path())),
        recreation(verdicts),
        single && !before.isMissingNode() ? Optional.of(shown(before)) : Optional.empty(),
        single && !after.isMissingNode() ? Optional.of(shown(after)) : Optional.empty(),
        Optional.of(before.isMissingNode() ? "Add" : after.isMissingNode() ? "Remove" : "Modify"),
        dynamic ? "Dynamic" : "Static",
        Optional.of(cause.source()),
        cause.entity());
  }

  private String shown(JsonNode value) {
    return masking.hide(value.isValueNode() ? value.asText() : value.toString());
  }

  private static String recreation(List<Verdict> verdicts) {
    if (verdicts.stream().anyMatch(each -> each.kind() == UpdateKind.REPLACEMENT)) {
      return "Always";
    }
    return verdicts.stream().anyMatch(Verdict::undecided) ? "Conditionally" : "Never";
  }

  private record Cause(String source, Optional<String> entity) {}

  private Cause cause(ResourceDeclaration declared, String name, boolean dynamic) {
    JsonNode after = declared.properties().path(name);
    JsonNode before =
        templateBefore.path("Resources").path(declared.logicalId()).path("Properties").path(name);
    List<Reference> references = References.chosen(after, evaluation::holds);
    for (Reference each : references) {
      if (values.affected(each.target())) {
        return new Cause(
            each.isAttribute() ? "ResourceAttribute" : "ResourceReference",
            Optional.of(each.label()));
      }
    }
    if (!dynamic) {
      for (Reference each : references) {
        String value = parametersAfter.get(each.target());
        if (value != null && !value.equals(parametersBefore.get(each.target()))) {
          return new Cause("ParameterReference", Optional.of(each.target()));
        }
      }
    }
    return before.equals(after)
        ? new Cause("Automatic", Optional.empty())
        : new Cause("DirectModification", Optional.empty());
  }

  /** A change of another part of a resource than its properties. */
  static ChangeDetail attribute(String name) {
    return new ChangeDetail(
        name,
        Optional.empty(),
        Optional.empty(),
        "Never",
        Optional.empty(),
        Optional.empty(),
        Optional.of("Modify"),
        "Static",
        Optional.of("DirectModification"),
        Optional.empty());
  }
}
