package com.harena.allinone.stack.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference from one place of a template to a resource, a parameter, a pseudo parameter or a
 * condition.
 *
 * @param target logical id or name
 * @param attribute the attribute read by {@code Fn::GetAtt}; empty for {@code Ref}
 */
public record Reference(String target, Optional<String> attribute) {
  /** Prefix of the node that stands for a condition. */
  static final String CONDITION = "condition ";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!{}][^{}]*)}");

  /** A reference written {@code Name} or {@code Name.Attribute}. */
  public static Reference parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new Reference(text, Optional.empty())
        : new Reference(text.substring(0, dot), Optional.of(text.substring(dot + 1)));
  }

  /** Every reference below a node. */
  public static Set<Reference> in(JsonNode node) {
    Set<Reference> found = new LinkedHashSet<>();
    collect(node, found);
    return found;
  }

  private static void collect(JsonNode node, Set<Reference> found) {
    if (isIntrinsic(node, "Ref")) {
      found.add(new Reference(node.get("Ref").asText(), Optional.empty()));
    } else if (isIntrinsic(node, "Fn::GetAtt")) {
      JsonNode argument = node.get("Fn::GetAtt");
      found.add(
          argument.isTextual()
              ? parse(argument.asText())
              : new Reference(argument.get(0).asText(), Optional.of(argument.get(1).asText())));
    } else if (isIntrinsic(node, "Fn::Sub")) {
      collectSubstitution(node.get("Fn::Sub"), found);
    } else if (isIntrinsic(node, "Fn::If")) {
      found.add(new Reference(CONDITION + node.get("Fn::If").get(0).asText(), Optional.empty()));
      node.get("Fn::If").forEach(each -> collect(each, found));
    } else {
      node.forEach(each -> collect(each, found));
    }
  }

  private static void collectSubstitution(JsonNode argument, Set<Reference> found) {
    JsonNode text = argument.isArray() ? argument.get(0) : argument;
    JsonNode variables = argument.path(1);
    Matcher matcher = VARIABLE.matcher(text.asText());
    while (matcher.find()) {
      if (!variables.has(matcher.group(1))) {
        found.add(parse(matcher.group(1)));
      }
    }
    variables.forEach(each -> collect(each, found));
  }

  /** Whether a node is the intrinsic function of this name and nothing else. */
  public static boolean isIntrinsic(JsonNode node, String name) {
    return node.isObject() && node.size() == 1 && node.has(name);
  }

  /** Whether a node is an intrinsic function at all. */
  public static boolean isIntrinsic(JsonNode node) {
    if (!node.isObject() || node.size() != 1) {
      return false;
    }
    String name = node.fieldNames().next();
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  @Override
  public String toString() {
    return attribute.map(name -> target + "." + name).orElse(target);
  }
}
