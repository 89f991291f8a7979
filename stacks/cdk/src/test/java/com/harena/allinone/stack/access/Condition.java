package com.harena.allinone.stack.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The condition operators that the policies of this project use; another one is an error.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
final class Condition {
  private static final Map<String, BiPredicate<String, String>> OPERATORS =
      Map.of(
          "StringEquals", String::equals,
          "StringEqualsIgnoreCase", String::equalsIgnoreCase,
          "StringLike", Patterns::like,
          "ArnEquals", Patterns::arn,
          "ArnLike", Patterns::arn,
          "Bool", String::equalsIgnoreCase);

  private static final Map<String, String> NEGATIVE =
      Map.of(
          "StringNotEquals", "StringEquals",
          "StringNotLike", "StringLike",
          "ArnNotEquals", "ArnEquals",
          "ArnNotLike", "ArnLike");

  private Condition() {}

  /** Whether every key of one operator holds. */
  static boolean holds(String operator, Map<String, List<String>> keys, Request request) {
    return keys.entrySet().stream()
        .allMatch(key -> holds(operator, key.getKey(), key.getValue(), request));
  }

  private static boolean holds(String operator, String key, List<String> wanted, Request request) {
    Optional<List<String>> given = request.value(key);
    if (operator.equals("Null")) {
      return wanted.equals(List.of(given.isEmpty() ? "true" : "false"));
    }
    String name = operator;
    boolean forAll = name.startsWith("ForAllValues:");
    boolean forAny = name.startsWith("ForAnyValue:");
    name = name.substring(name.indexOf(':') + 1);
    boolean ifExists = name.endsWith("IfExists");
    name = ifExists ? name.substring(0, name.length() - "IfExists".length()) : name;
    boolean negative = NEGATIVE.containsKey(name);
    BiPredicate<String, String> test = OPERATORS.get(NEGATIVE.getOrDefault(name, name));
    if (test == null) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "unknown condition operator %s for %s", operator, key));
    }
    if (given.isEmpty()) {
      return ifExists || forAll || (negative && !forAny);
    }
    List<String> patterns = wanted.stream().map(request::fillIn).flatMap(Optional::stream).toList();
    BiPredicate<String, String> wish = test;
    return forAll
        ? given.get().stream().allMatch(value -> one(wish, patterns, value) != negative)
        : given.get().stream().anyMatch(value -> one(wish, patterns, value) != negative);
  }

  private static boolean one(
      BiPredicate<String, String> test, List<String> patterns, String value) {
    return patterns.stream().anyMatch(pattern -> test.test(pattern, value));
  }
}
