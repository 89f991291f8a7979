package com.harena.allinone.emulator.intrinsic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Functions that make texts. */
final class TextFunctions {
  static final Map<String, Function> ALL =
      Map.of(
          "Fn::Join", TextFunctions::join,
          "Fn::Split", TextFunctions::split,
          "Fn::Base64", TextFunctions::base64,
          "Fn::Sub", TextFunctions::substitute);

  private TextFunctions() {}

  private static JsonNode join(JsonNode argument, Resolver resolver) {
    if (!argument.isArray() || argument.size() != 2 || !argument.get(0).isTextual()) {
      throw Resolver.fault(
          "Fn::Join",
          "object requires two parameters, (1) a string delimiter and (2) a list of strings to be"
              + " joined or a function that returns a list of strings (such as Fn::GetAZs)");
    }
    JsonNode list = resolver.list(argument.get(1), "Fn::Join");
    if (list.isTextual()) {
      return list;
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode each : list) {
      parts.add(resolver.text(each, "Fn::Join"));
    }
    return TextNode.valueOf(resolver.dynamic(String.join(argument.get(0).asText(), parts)));
  }

  private static JsonNode split(JsonNode argument, Resolver resolver) {
    if (!argument.isArray() || argument.size() != 2 || !argument.get(0).isTextual()) {
      throw Resolver.fault(
          "Fn::Split",
          "object requires two parameters, (1) a string delimiter and (2) a string to be split or a"
              + " function that returns a string to be split");
    }
    String text = resolver.text(argument.get(1), "Fn::Split");
    if (text.contains(Unknown.TEXT)) {
      return Unknown.value();
    }
    String delimiter = argument.get(0).asText();
    if (delimiter.isEmpty()) {
      throw Resolver.fault("Fn::Split", "delimiter cannot be empty");
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    int from = 0;
    int at = text.indexOf(delimiter);
    while (at >= 0) {
      list.add(text.substring(from, at));
      from = at + delimiter.length();
      at = text.indexOf(delimiter, from);
    }
    return list.add(text.substring(from));
  }

  private static JsonNode base64(JsonNode argument, Resolver resolver) {
    String text = resolver.text(argument, "Fn::Base64");
    return text.contains(Unknown.TEXT)
        ? Unknown.value()
        : TextNode.valueOf(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
  }

  private static JsonNode substitute(JsonNode argument, Resolver resolver) {
    Substitution substitution = Substitution.of(argument);
    return TextNode.valueOf(
        resolver.dynamic(
            substitution.replace(
                name -> {
                  JsonNode own = substitution.variables().get(name);
                  if (own != null) {
                    return resolver.text(own, "Fn::Sub");
                  }
                  int dot = name.indexOf('.');
                  JsonNode value =
                      dot < 0
                          ? resolver.scope().reference(name)
                          : resolver
                              .scope()
                              .attribute(name.substring(0, dot), name.substring(dot + 1));
                  return resolver.text(value, "Fn::Sub");
                })));
  }
}
