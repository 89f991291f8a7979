package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.ChangeDetail;
import com.harena.allinone.emulator.engine.ResourceChange;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.Masking;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.StackConfig;
import com.harena.allinone.emulator.state.StackState;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;
import com.harena.allinone.schema.UpdateKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Describes what becomes of each resource. */
final class Changes {
  private final Surroundings surroundings;
  private final StackState stack;
  private final StackConfig config;
  private final PlannedValues values;
  private final Details details;
  private final Masking masking;

  Changes(
      Surroundings surroundings,
      StackState stack,
      StackConfig config,
      Evaluation evaluation,
      PlannedValues values) {
    this.surroundings = surroundings;
    this.stack = stack;
    this.config = config;
    this.values = values;
    Set<String> secrets = new TreeSet<>(config.secrets());
    secrets.addAll(stack.config.secrets());
    secrets.addAll(stack.secrets);
    this.masking = new Masking(secrets);
    this.details = new Details(stack, config, evaluation, values, masking);
  }

  /** What becomes of a declared resource, if anything does. */
  Optional<ResourceChange> of(ResourceDeclaration declared, ObjectNode properties) {
    ResourceState state = stack.resources.get(declared.logicalId());
    if (state == null || !state.made().exists()) {
      values.madeAnew(declared.logicalId());
      return Optional.of(
          new ResourceChange(
              "Add",
              declared.logicalId(),
              Optional.empty(),
              declared.type(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.of(context(properties, declared.metadata()))));
    }
    if (!state.made().type().equals(declared.type())) {
      throw ApiFailure.validation(
          "Update of resource type is not permitted. The new template modifies resource type of the"
              + " following resources: ["
              + declared.logicalId()
              + "]");
    }
    return modification(declared, properties, state);
  }

  ResourceChange removal(ResourceState state) {
    Made made = state.made();
    return new ResourceChange(
        "Remove",
        made.logicalId(),
        Optional.of(made.physicalId()),
        made.type(),
        Optional.empty(),
        Optional.of(
            made.deletionPolicy() == Policy.RETAIN_EXCEPT_ON_CREATE
                ? "Retain"
                : made.deletionPolicy().word()),
        List.of(),
        List.of(),
        Optional.of(context(made.properties(), made.metadata())),
        Optional.empty());
  }

  private Optional<ResourceChange> modification(
      ResourceDeclaration declared, ObjectNode properties, ResourceState state) {
    Made made = state.made();
    List<Verdict> verdicts =
        Verdict.of(surroundings.schemas(), declared.type(), made.properties(), properties);
    verdicts.stream()
        .filter(each -> each.undecided() && !each.dynamic())
        .findFirst()
        .ifPresent(
            each -> {
              throw ApiFailure.validation(
                  "resource " + declared.logicalId() + ": " + each.reason());
            });
    List<ChangeDetail> found = new ArrayList<>(details.properties(declared, verdicts));
    if (!Difference.same(made.metadata(), declared.metadata())) {
      found.add(Details.attribute("Metadata"));
    }
    if (made.deletionPolicy() != declared.deletionPolicy()) {
      found.add(Details.attribute("DeletionPolicy"));
    }
    if (made.updateReplacePolicy() != declared.updateReplacePolicy()) {
      found.add(Details.attribute("UpdateReplacePolicy"));
    }
    if (!Planner.tags(surroundings, declared.type(), config).equals(made.tags())) {
      found.add(Details.attribute("Tags"));
    }
    if (found.isEmpty() && !state.broken()) {
      return Optional.empty();
    }
    String replacement = replacement(verdicts, state);
    if (!replacement.equals("False")) {
      values.madeAnew(declared.logicalId());
    } else if (Verdict.worst(verdicts) != UpdateKind.NONE || state.broken()) {
      values.changedInPlace(declared.logicalId());
    }
    Set<String> scope = new LinkedHashSet<>();
    found.forEach(each -> scope.add(each.attribute()));
    return Optional.of(
        new ResourceChange(
            "Modify",
            declared.logicalId(),
            Optional.of(made.physicalId()),
            declared.type(),
            Optional.of(replacement),
            replacement.equals("True")
                ? Optional.of("ReplaceAnd" + declared.updateReplacePolicy().word())
                : Optional.empty(),
            List.copyOf(scope),
            List.copyOf(found),
            Optional.of(context(made.properties(), made.metadata())),
            Optional.of(context(properties, declared.metadata()))));
  }

  /** A resource whose creation failed is made anew, whatever changes. */
  private static String replacement(List<Verdict> verdicts, ResourceState state) {
    boolean certain =
        (state.status().startsWith("CREATE_") && state.broken())
            || verdicts.stream()
                .anyMatch(each -> each.kind() == UpdateKind.REPLACEMENT && !each.dynamic());
    if (certain) {
      return "True";
    }
    return verdicts.stream().anyMatch(each -> each.kind() == UpdateKind.REPLACEMENT)
        ? "Conditional"
        : "False";
  }

  private String context(ObjectNode properties, ObjectNode metadata) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.set("Properties", properties);
    if (!metadata.isEmpty()) {
      context.set("Metadata", metadata);
    }
    return masking.hide(context.toString());
  }
}
