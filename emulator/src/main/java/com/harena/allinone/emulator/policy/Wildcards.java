package com.harena.allinone.emulator.policy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns of policies, in which {@code *} stands for any text and {@code ?} for a letter. */
final class Wildcards {
  private Wildcards() {}

  static boolean match(String pattern, String text) {
    return compiled(pattern, 0).matcher(text).matches();
  }

  static boolean matchAnyCase(String pattern, String text) {
    return compiled(pattern, Pattern.CASE_INSENSITIVE).matcher(text).matches();
  }

  /** ARNs match part by part: a wildcard does not reach over a colon before the sixth part. */
  static boolean matchArn(String pattern, String arn) {
    String[] patterns = pattern.split(":", 6);
    String[] parts = arn.split(":", 6);
    if (patterns.length != 6 || parts.length != 6) {
      return false;
    }
    for (int i = 0; i < 6; i++) {
      if (!match(patterns[i], parts[i])) {
        return false;
      }
    }
    return true;
  }

  private static Pattern compiled(String pattern, int flags) {
    String expression =
        pattern
            .codePoints()
            .mapToObj(
                letter ->
                    letter == '*'
                        ? ".*"
                        : letter == '?' ? "." : Pattern.quote(Character.toString(letter)))
            .collect(Collectors.joining());
    return Pattern.compile(expression, flags | Pattern.DOTALL);
  }
}
