package com.harena.allinone.emulator.intrinsic;

import com.harena.allinone.emulator.engine.ApiFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References inside texts, such as {@code {{resolve:ssm:/name}}}. */
public final class DynamicReference {
  private static final Pattern FORM = Pattern.compile("\\{\\{resolve:([^}]*)}}");

  private DynamicReference() {}

  static String replace(String text, Scope scope) {
    if (!text.contains("{{resolve:")) {
      return text;
    }
    Matcher matcher = FORM.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String reference = matcher.group(1);
      String value = reference.contains(Unknown.TEXT) ? Unknown.TEXT : scope.dynamic(reference);
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    matcher.appendTail(result);
    return result.toString();
  }

  /**
   * Refuses references to services that the local AWS does not resolve.
   *
   * @throws ApiFailure if the text holds one
   */
  public static void check(String text) {
    Matcher matcher = FORM.matcher(text);
    while (matcher.find()) {
      if (!matcher.group(1).startsWith("ssm:")) {
        throw ApiFailure.validation(
            "dynamic reference {{resolve:"
                + matcher.group(1)
                + "}} is not supported by the local AWS; it knows {{resolve:ssm:NAME}} and"
                + " {{resolve:ssm:NAME:VERSION}}");
      }
    }
  }
}
