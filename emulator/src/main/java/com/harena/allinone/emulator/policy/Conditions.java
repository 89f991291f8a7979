package com.harena.allinone.emulator.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions of a statement, all of which must hold.
 *
 * @param operators allowed values by key, by operator
 */
record Conditions(Map<String, Map<String, List<String>>> operators) {
  private static final String IF_EXISTS = "IfExists";

  Conditions {
    operators = Map.copyOf(operators);
  }

  boolean hold(ContextKeys context) {
    boolean hold = true;
    for (Map.Entry<String, Map<String, List<String>>> operator : operators.entrySet()) {
      for (Map.Entry<String, List<String>> key : operator.getValue().entrySet()) {
        hold &= holds(operator.getKey(), key.getKey(), key.getValue(), context);
      }
    }
    return hold;
  }

  private static boolean holds(
      String operator, String key, List<String> wanted, ContextKeys context) {
    Optional<String> value = context.value(key);
    if (operator.equals("Null")) {
      return wanted.contains("" + value.isEmpty());
    }
    boolean lenient = operator.endsWith(IF_EXISTS);
    String plain =
        lenient ? operator.substring(0, operator.length() - IF_EXISTS.length()) : operator;
    boolean negated = plain.contains("Not");
    Match match = match(plain);
    if (value.isEmpty()) {
      // AWS: a key that is absent satisfies the negated operators, and IfExists.
      return lenient || negated;
    }
    return negated != wanted.stream().anyMatch(one -> match.of(one, value.get()));
  }

  private static Match match(String operator) {
    return switch (operator) {
      case "StringEquals", "StringNotEquals" -> String::equals;
      case "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "Bool" ->
          String::equalsIgnoreCase;
      case "StringLike", "StringNotLike" -> Wildcards::match;
      case "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike" -> Wildcards::matchArn;
      default ->
          throw new UnknownToPolicies(
              "the local AWS does not know the condition operator " + operator);
    };
  }

  private interface Match {
    boolean of(String wanted, String value);
  }
}
