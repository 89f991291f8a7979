package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;

/** Functions that make lists or take an element of one. */
final class ListFunctions {
  static final Map<String, Function> ALL =
      Map.of(
          "Fn::Select", ListFunctions::select,
          "Fn::GetAZs", ListFunctions::zones,
          "Fn::Cidr", ListFunctions::cidr);

  private ListFunctions() {}

  private static JsonNode select(JsonNode argument, Resolver resolver) {
    if (!argument.isArray() || argument.size() != 2) {
      throw Resolver.fault("Fn::Select", "requires a list argument with two elements");
    }
    String index = resolver.text(argument.get(0), "Fn::Select");
    JsonNode list = resolver.list(argument.get(1), "Fn::Select");
    if (list.isTextual()) {
      return list;
    }
    if (!index.matches("[0-9]{1,6}")) {
      throw Resolver.fault("Fn::Select", "requires an index that is a number, not " + index);
    }
    int position = Integer.parseInt(index);
    if (position >= list.size()) {
      throw Resolver.fault("Fn::Select", " cannot select nonexistent value at index " + index);
    }
    return list.get(position);
  }

  /** Three zones, as the service API of the local AWS has in every region. */
  private static JsonNode zones(JsonNode argument, Resolver resolver) {
    String region = resolver.text(argument, "Fn::GetAZs");
    String prefix = region.isEmpty() ? resolver.scope().region() : region;
    ArrayNode zones = JsonNodeFactory.instance.arrayNode();
    for (String letter : List.of("a", "b", "c")) {
      zones.add(prefix + letter);
    }
    return zones;
  }

  private static JsonNode cidr(JsonNode argument, Resolver resolver) {
    if (!argument.isArray() || argument.size() < 2 || argument.size() > 3) {
      throw Resolver.fault(
          "Fn::Cidr", "requires a block, a count and, if need be, the number of subnet bits");
    }
    String block = resolver.text(argument.get(0), "Fn::Cidr");
    if (block.contains(Unknown.TEXT)) {
      return Unknown.value();
    }
    String count = resolver.text(argument.get(1), "Fn::Cidr");
    String bits = argument.size() == 3 ? resolver.text(argument.get(2), "Fn::Cidr") : "8";
    if (!count.matches("[0-9]{1,3}") || !bits.matches("[0-9]{1,3}")) {
      throw Resolver.fault("Fn::Cidr", "requires numbers as count and bits");
    }
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    CidrBlock.parse(block)
        .divide(Integer.parseInt(count), Integer.parseInt(bits))
        .forEach(blocks::add);
    return blocks;
  }
}
