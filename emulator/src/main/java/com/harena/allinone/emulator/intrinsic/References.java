package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds what a value refers to. */
public final class References {
  private final Predicate<String> condition;
  private final boolean everyBranch;
  private final List<Reference> found = new ArrayList<>();

  private References(Predicate<String> condition, boolean everyBranch) {
    this.condition = condition;
    this.everyBranch = everyBranch;
  }

  /** What a value refers to, in every branch of {@code Fn::If}. */
  public static List<Reference> anywhere(JsonNode node) {
    References references = new References(any -> true, true);
    references.visit(node);
    return references.found;
  }

  /** What a value refers to in the branches that conditions choose. */
  public static List<Reference> chosen(JsonNode node, Predicate<String> condition) {
    References references = new References(condition, false);
    references.visit(node);
    return references.found;
  }

  private void visit(JsonNode node) {
    if (!Functions.isCall(node)) {
      node.forEach(this::visit);
      return;
    }
    String name = node.fieldNames().next();
    JsonNode argument = node.get(name);
    switch (name) {
      case "Ref" -> {
        if (!argument.isTextual()) {
          throw Resolver.fault("Ref", "must name a parameter or a resource, not " + argument);
        }
        found.add(new Reference(argument.asText(), ""));
      }
      case "Fn::GetAtt" -> {
        AttributeName attribute = AttributeName.of(argument);
        visit(attribute.attribute());
        found.add(
            new Reference(
                attribute.logicalId(),
                attribute.attribute().isTextual() ? attribute.attribute().asText() : "*"));
      }
      case "Fn::Sub" -> {
        Substitution substitution = Substitution.of(argument);
        visit(substitution.variables());
        substitution.names().forEach(this::named);
      }
      case "Fn::If" -> {
        if (everyBranch || !argument.isArray() || argument.size() != 3) {
          argument.forEach(this::visit);
        } else {
          visit(argument.get(condition.test(argument.get(0).asText()) ? 1 : 2));
        }
      }
      default -> visit(argument);
    }
  }

  private void named(String name) {
    int dot = name.indexOf('.');
    found.add(
        dot < 0
            ? new Reference(name, "")
            : new Reference(name.substring(0, dot), name.substring(dot + 1)));
  }
}
