package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions that only rules use. */
final class RuleFunctions {
  static final Map<String, Function> ALL =
      Map.of(
          "Fn::Contains", RuleFunctions::contains,
          "Fn::EachMemberEquals", RuleFunctions::eachEquals,
          "Fn::EachMemberIn", RuleFunctions::eachIn,
          "Fn::RefAll", RuleFunctions::all,
          "Fn::ValueOf", (argument, resolver) -> refuse("Fn::ValueOf"),
          "Fn::ValueOfAll", (argument, resolver) -> refuse("Fn::ValueOfAll"));

  private RuleFunctions() {}

  private static JsonNode contains(JsonNode argument, Resolver resolver) {
    pair(argument, "Fn::Contains");
    return BooleanNode.valueOf(
        texts(argument.get(0), resolver, "Fn::Contains")
            .contains(resolver.text(argument.get(1), "Fn::Contains")));
  }

  private static JsonNode eachEquals(JsonNode argument, Resolver resolver) {
    pair(argument, "Fn::EachMemberEquals");
    String wanted = resolver.text(argument.get(1), "Fn::EachMemberEquals");
    return BooleanNode.valueOf(
        texts(argument.get(0), resolver, "Fn::EachMemberEquals").stream().allMatch(wanted::equals));
  }

  private static JsonNode eachIn(JsonNode argument, Resolver resolver) {
    pair(argument, "Fn::EachMemberIn");
    return BooleanNode.valueOf(
        texts(argument.get(1), resolver, "Fn::EachMemberIn")
            .containsAll(texts(argument.get(0), resolver, "Fn::EachMemberIn")));
  }

  private static JsonNode all(JsonNode argument, Resolver resolver) {
    return resolver.scope().allOfType(resolver.text(argument, "Fn::RefAll"));
  }

  private static JsonNode refuse(String name) {
    throw ApiFailure.validation(
        name
            + " is not supported by the local AWS: it asks for attributes of resources outside the"
            + " stack");
  }

  private static void pair(JsonNode argument, String name) {
    if (!argument.isArray() || argument.size() != 2) {
      throw Resolver.fault(name, "requires a list argument with two elements");
    }
  }

  private static List<String> texts(JsonNode node, Resolver resolver, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : resolver.list(node, name)) {
      texts.add(resolver.text(each, name));
    }
    return texts;
  }
}
