package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The argument of {@code Fn::Sub}.
 *
 * @param text the text with its {@code ${Name}}
 * @param variables values by name, unresolved
 */
record Substitution(String text, JsonNode variables) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:.]+");

  static Substitution of(JsonNode argument) {
    if (argument.isTextual()) {
      return new Substitution(argument.asText(), JsonNodeFactory.instance.objectNode());
    }
    if (argument.isArray()
        && argument.size() == 2
        && argument.get(0).isTextual()
        && argument.get(1).isObject()) {
      return new Substitution(argument.get(0).asText(), argument.get(1));
    }
    throw Resolver.fault(
        "Fn::Sub",
        "objects must have either a string, or a list of a string and a map of variables");
  }

  /** The names that the text refers to, without those that it defines itself. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    replace(
        name -> {
          if (!variables.has(name)) {
            names.add(name);
          }
          return "";
        });
    return names;
  }

  String replace(UnaryOperator<String> value) {
    Matcher matcher = PLACE.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      if (name.startsWith("!")) {
        matcher.appendReplacement(result, Matcher.quoteReplacement("${" + name.substring(1) + "}"));
      } else {
        String trimmed = name.strip();
        if (!NAME.matcher(trimmed).matches()) {
          throw Resolver.fault(
              "Fn::Sub",
              "names in ${} must be alphanumeric, periods and colons, not ${" + name + "}");
        }
        matcher.appendReplacement(result, Matcher.quoteReplacement(value.apply(trimmed)));
      }
    }
    matcher.appendTail(result);
    return result.toString();
  }
}
