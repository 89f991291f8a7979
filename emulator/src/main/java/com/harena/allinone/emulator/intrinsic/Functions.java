package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Every intrinsic function by name. */
public final class Functions {
  /** Functions that only {@code Rules} may use. */
  public static final Set<String> OF_RULES =
      Set.of(
          "Fn::Contains",
          "Fn::EachMemberEquals",
          "Fn::EachMemberIn",
          "Fn::RefAll",
          "Fn::ValueOf",
          "Fn::ValueOfAll");

  private static final Map<String, Function> ALL = new HashMap<>();

  static {
    ALL.putAll(ReferenceFunctions.ALL);
    ALL.putAll(TextFunctions.ALL);
    ALL.putAll(ListFunctions.ALL);
    ALL.putAll(LogicFunctions.ALL);
    ALL.putAll(RuleFunctions.ALL);
  }

  private Functions() {}

  /** Whether there is a function of this name. */
  public static boolean knows(String name) {
    return ALL.containsKey(name);
  }

  /** Whether an object calls a function: it has one member, named as functions are. */
  public static boolean isCall(JsonNode node) {
    if (!node.isObject() || node.size() != 1) {
      return false;
    }
    String name = node.fieldNames().next();
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  static JsonNode call(String name, JsonNode argument, Resolver resolver) {
    Function function = ALL.get(name);
    if (function == null) {
      throw ApiFailure.validation("Template error: unknown intrinsic function " + name);
    }
    return function.apply(argument, resolver);
  }
}
