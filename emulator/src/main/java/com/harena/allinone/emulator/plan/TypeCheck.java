package com.harena.allinone.emulator.plan;

import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;
import com.harena.allinone.emulator.template.Template;
import com.harena.allinone.schema.ResourceSchema;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Refuses the types that do not exist, and those that the local AWS does not make. */
final class TypeCheck {
  private final Surroundings surroundings;

  TypeCheck(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Refuses types that nobody knows, in any resource. */
  void known(Template template) {
    Set<String> unknown = new TreeSet<>();
    for (ResourceDeclaration each : template.resources().values()) {
      Optional<ResourceSchema> schema = surroundings.schemas().find(each.type());
      if (schema.isEmpty() && surroundings.handler(each.type()).isEmpty()) {
        unknown.add(each.type());
      }
      if (each.type().equals("AWS::CloudFormation::Stack")
          && surroundings.handler(each.type()).isEmpty()) {
        throw ApiFailure.validation(
            "AWS::CloudFormation::Stack is not supported by the local AWS: deploy nested stacks as"
                + " stacks of their own; resource "
                + each.logicalId());
      }
      if (schema.flatMap(ResourceSchema::transform).isPresent()) {
        throw ApiFailure.validation(
            "Resource "
                + each.logicalId()
                + " of type "
                + each.type()
                + " needs the macro "
                + schema.flatMap(ResourceSchema::transform).get()
                + ", and the local AWS runs no macros");
      }
    }
    if (!unknown.isEmpty()) {
      throw ApiFailure.validation(
          "Template format error: Unrecognized resource types: ["
              + String.join(", ", unknown)
              + "]");
    }
  }

  /** Refuses types and policies that the local AWS does not support, in resources that exist. */
  void supported(Collection<ResourceDeclaration> resources) {
    Set<String> missing = new TreeSet<>();
    for (ResourceDeclaration each : resources) {
      Optional<ResourceHandler> handler = surroundings.handler(each.type());
      if (handler.isEmpty()) {
        missing.add(each.type());
      } else if (!handler.get().snapshots()
          && (each.deletionPolicy() == Policy.SNAPSHOT
              || each.updateReplacePolicy() == Policy.SNAPSHOT)) {
        throw ApiFailure.validation(
            "Template error: resource type "
                + each.type()
                + " does not support deletion policy Snapshot: resource "
                + each.logicalId());
      }
    }
    if (!missing.isEmpty()) {
      throw ApiFailure.validation(
          "resource types ["
              + String.join(", ", missing)
              + "] are not supported by the local AWS; nothing was made; see the types it knows"
              + " with: allinone local types");
    }
  }
}
