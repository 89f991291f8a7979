package com.harena.allinone.stack.access;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The wildcards of policies. In an ARN a wildcard stays within its segment, except in the last one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource
 *     element</a>
 */
final class Patterns {
  private static final int ARN_SEGMENTS = 6;

  private Patterns() {}

  /** Matches with {@code *} and {@code ?}. */
  static boolean like(String pattern, String text) {
    String regex =
        pattern
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
  }

  static boolean action(String pattern, String action) {
    return like(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
  }

  static boolean arn(String pattern, String arn) {
    if (pattern.equals("*")) {
      return true;
    }
    String[] patterns = pattern.split(":", ARN_SEGMENTS);
    String[] segments = arn.split(":", ARN_SEGMENTS);
    if (patterns.length != ARN_SEGMENTS || segments.length != ARN_SEGMENTS) {
      return false;
    }
    for (int i = 0; i < ARN_SEGMENTS; i++) {
      if (!like(patterns[i], segments[i])) {
        return false;
      }
    }
    return true;
  }
}
