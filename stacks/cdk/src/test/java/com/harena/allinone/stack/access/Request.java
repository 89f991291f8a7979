package com.harena.allinone.stack.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a principal asks for.
 *
 * @param action such as {@code ec2:StopInstances}
 * @param resource its ARN, or {@code *} for an action that names none
 * @param context condition keys, in lower case, and their values
 */
record Request(String action, String resource, Map<String, List<String>> context) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]+)}");

  static Request of(String action, String resource) {
    return new Request(action, resource, Map.of());
  }

  /** The same request with one more condition key. */
  Request with(String key, String... values) {
    Map<String, List<String>> more = new LinkedHashMap<>(context);
    more.put(key.toLowerCase(Locale.ROOT), List.of(values));
    return new Request(action, resource, more);
  }

  Optional<List<String>> value(String key) {
    return Optional.ofNullable(context.get(key.toLowerCase(Locale.ROOT)));
  }

  /** A pattern with its policy variables filled in; empty when one of them has no value. */
  Optional<String> fillIn(String pattern) {
    Matcher matcher = VARIABLE.matcher(pattern);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      Optional<List<String>> value = value(matcher.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value.get().get(0)));
    }
    return Optional.of(matcher.appendTail(text).toString());
  }
}
