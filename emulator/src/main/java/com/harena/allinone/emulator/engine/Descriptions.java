package com.harena.allinone.emulator.engine;

import com.harena.allinone.emulator.plan.Capabilities;
import com.harena.allinone.emulator.state.ChangeSetState;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.StackState;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.emulator.template.Template;
import com.harena.allinone.schema.ResourceSchema;
import com.harena.allinone.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what is known into what is answered. */
final class Descriptions {
  private Descriptions() {}

  static StackDescription stack(StackState stack) {
    synchronized (stack) {
      return new StackDescription(
          stack.name,
          stack.id,
          text(stack.changeSetId),
          text(stack.config.description()),
          stack.config.masked(),
          stack.created,
          Optional.ofNullable(stack.updated),
          Optional.ofNullable(stack.deleted),
          stack.status,
          text(stack.reason),
          stack.onFailure,
          stack.config.notificationArns(),
          stack.config.capabilities(),
          List.copyOf(stack.outputs),
          text(stack.config.roleArn()),
          stack.config.tags(),
          stack.terminationProtection);
    }
  }

  static List<ResourceDescription> resources(StackState stack) {
    synchronized (stack) {
      List<ResourceDescription> found = new ArrayList<>();
      for (ResourceState each : stack.resources.values()) {
        found.add(
            new ResourceDescription(
                stack.name,
                stack.id,
                each.made().logicalId(),
                text(each.made().physicalId()),
                each.made().type(),
                each.time(),
                each.status(),
                text(each.reason()),
                each.made().metadata().isEmpty()
                    ? Optional.empty()
                    : Optional.of(each.made().metadata().toString())));
      }
      return found;
    }
  }

  static ChangeSetDescription changeSet(
      StackState stack, ChangeSetState changeSet, boolean values) {
    return new ChangeSetDescription(
        changeSet.name(),
        changeSet.id(),
        stack.name,
        stack.id,
        text(changeSet.description()),
        changeSet.config().masked(),
        changeSet.created(),
        changeSet.executionStatus(),
        changeSet.status(),
        text(changeSet.reason()),
        changeSet.config().notificationArns(),
        changeSet.config().capabilities(),
        changeSet.config().tags(),
        changeSet.onFailure(),
        values
            ? changeSet.changes()
            : changeSet.changes().stream().map(Descriptions::plain).toList());
  }

  private static ResourceChange plain(ResourceChange change) {
    return new ResourceChange(
        change.action(),
        change.logicalId(),
        change.physicalId(),
        change.type(),
        change.replacement(),
        change.policyAction(),
        change.scope(),
        change.details().stream().map(Descriptions::plain).toList(),
        Optional.empty(),
        Optional.empty());
  }

  private static ChangeDetail plain(ChangeDetail detail) {
    return new ChangeDetail(
        detail.attribute(),
        detail.name(),
        Optional.empty(),
        detail.requiresRecreation(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        detail.evaluation(),
        detail.changeSource(),
        detail.causingEntity());
  }

  static TemplateSummary template(Template template, Schemas schemas) {
    List<String> types =
        template.resources().values().stream().map(ResourceDeclaration::type).distinct().toList();
    Optional<String> capability = Capabilities.needed(template);
    return new TemplateSummary(
        template.description(),
        Optional.ofNullable(template.root().get("AWSTemplateFormatVersion"))
            .map(version -> version.asText()),
        Optional.ofNullable(template.root().get("Metadata")).map(Object::toString),
        template.parameters().values().stream().map(Descriptions::declaration).toList(),
        types,
        capability.map(List::of).orElse(List.of()),
        capability.map(
            any ->
                "The following resource(s) require capabilities: ["
                    + String.join(", ", Capabilities.types(template))
                    + "]"),
        types.stream().map(type -> identifiers(template, type, schemas)).toList());
  }

  private static TemplateSummary.Declaration declaration(
      com.harena.allinone.emulator.template.ParameterDeclaration each) {
    return new TemplateSummary.Declaration(
        each.key(),
        each.type(),
        each.defaultValue(),
        each.noEcho(),
        Optional.ofNullable(each.node().get("Description")).map(text -> text.asText()),
        each.allowedValues());
  }

  private static TemplateSummary.Identifiers identifiers(
      Template template, String type, Schemas schemas) {
    return new TemplateSummary.Identifiers(
        type,
        template.resources().values().stream()
            .filter(each -> each.type().equals(type))
            .map(ResourceDeclaration::logicalId)
            .toList(),
        schemas.find(type).map(ResourceSchema::identifier).orElse(List.of()));
  }

  private static Optional<String> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
