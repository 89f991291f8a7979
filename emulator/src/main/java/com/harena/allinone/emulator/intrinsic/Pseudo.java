package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.harena.allinone.emulator.resource.StackScope;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pseudo parameters of a stack. */
public final class Pseudo {
  /** Names of all of them. */
  public static final Set<String> NAMES =
      Set.of(
          "AWS::AccountId",
          "AWS::NotificationARNs",
          "AWS::NoValue",
          "AWS::Partition",
          "AWS::Region",
          "AWS::StackId",
          "AWS::StackName",
          "AWS::URLSuffix");

  private Pseudo() {}

  /** Values of all but {@code AWS::NoValue}, which is none. */
  public static Map<String, JsonNode> of(StackScope stack, List<String> notificationArns) {
    ArrayNode topics = JsonNodeFactory.instance.arrayNode();
    notificationArns.forEach(topics::add);
    return Map.of(
        "AWS::AccountId", TextNode.valueOf(stack.account()),
        "AWS::NotificationARNs", topics,
        "AWS::Partition", TextNode.valueOf(partition(stack.region())),
        "AWS::Region", TextNode.valueOf(stack.region()),
        "AWS::StackId", TextNode.valueOf(stack.id()),
        "AWS::StackName", TextNode.valueOf(stack.name()),
        "AWS::URLSuffix",
            TextNode.valueOf(
                stack.region().startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com"));
  }

  private static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
