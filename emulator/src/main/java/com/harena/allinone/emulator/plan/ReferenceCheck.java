package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.intrinsic.DynamicReference;
import com.harena.allinone.emulator.intrinsic.Functions;
import com.harena.allinone.emulator.intrinsic.Pseudo;
import com.harena.allinone.emulator.intrinsic.Reference;
import com.harena.allinone.emulator.intrinsic.References;
import com.harena.allinone.emulator.template.Template;
import com.harena.allinone.schema.ResourceSchema;
import com.harena.allinone.schema.Schemas;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Checks that every name in a template means something, in all branches. */
final class ReferenceCheck {
  private final Template template;
  private final Schemas schemas;

  ReferenceCheck(Template template, Schemas schemas) {
    this.template = template;
    this.schemas = schemas;
  }

  void check() {
    template
        .resources()
        .values()
        .forEach(
            each -> {
              functions(each.properties(), false);
              conditions(each.properties());
              each.condition().ifPresent(this::condition);
            });
    template
        .outputs()
        .values()
        .forEach(
            each -> {
              functions(each.value(), false);
              conditions(each.value());
              each.exportName().ifPresent(name -> functions(name, false));
              each.condition().ifPresent(this::condition);
            });
    template.conditions().values().forEach(each -> functions(each, false));
    template.rules().values().forEach(each -> functions(each, true));
    names();
  }

  private void names() {
    Set<String> unresolved = new LinkedHashSet<>();
    template
        .resources()
        .values()
        .forEach(
            each -> {
              each.dependsOn().stream()
                  .filter(id -> !template.resources().containsKey(id))
                  .forEach(unresolved::add);
              collect(each.properties(), unresolved);
            });
    refuse(unresolved, "Resources");
    template.outputs().values().forEach(each -> collect(each.value(), unresolved));
    refuse(unresolved, "Outputs");
  }

  private void collect(JsonNode node, Set<String> unresolved) {
    for (Reference reference : References.anywhere(node)) {
      String target = reference.target();
      boolean resource = template.resources().containsKey(target);
      if (reference.isAttribute() && !resource) {
        throw ApiFailure.validation(
            "Template error: instance of Fn::GetAtt references undefined resource " + target);
      }
      if (!resource
          && !template.parameters().containsKey(target)
          && !Pseudo.NAMES.contains(target)) {
        unresolved.add(target);
      }
      if (reference.isAttribute()) {
        attribute(reference);
      }
    }
  }

  private void attribute(Reference reference) {
    String type = template.resources().get(reference.target()).type();
    Optional<ResourceSchema> schema = schemas.find(type);
    boolean known =
        Schemas.isCustom(type)
            || reference.attribute().equals("*")
            || schema.isEmpty()
            || schema.get().hasAttribute(reference.attribute());
    if (!known) {
      throw ApiFailure.validation(
          "Template error: resource "
              + reference.target()
              + " does not support attribute type "
              + reference.attribute()
              + " in Fn::GetAtt");
    }
  }

  private static void refuse(Set<String> unresolved, String block) {
    if (!unresolved.isEmpty()) {
      throw ApiFailure.validation(
          "Template format error: Unresolved resource dependencies ["
              + String.join(", ", unresolved)
              + "] in the "
              + block
              + " block of the template");
    }
  }

  private void condition(String name) {
    if (!template.conditions().containsKey(name)) {
      throw ApiFailure.validation(
          "Template format error: Unresolved condition dependency "
              + name
              + " in the Resources block of the template");
    }
  }

  private void conditions(JsonNode node) {
    if (Functions.isCall(node) && node.path("Fn::If").path(0).isTextual()) {
      condition(node.get("Fn::If").get(0).asText());
    }
    node.forEach(this::conditions);
  }

  private void functions(JsonNode node, boolean rules) {
    if (node.isTextual()) {
      DynamicReference.check(node.asText());
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.startsWith("Fn::")) {
                return;
              }
              if (node.size() > 1) {
                throw ApiFailure.validation(
                    "Template format error: " + name + " must be the only member of its object");
              }
              if (!Functions.knows(name)) {
                throw ApiFailure.validation(
                    "Template error: unknown intrinsic function "
                        + name
                        + "; the local AWS runs no macros, whose functions it does not know");
              }
              if (!rules && Functions.OF_RULES.contains(name)) {
                throw ApiFailure.validation(
                    "Template error: " + name + " may only be used in the Rules block");
              }
            });
    node.forEach(each -> functions(each, rules));
  }
}
