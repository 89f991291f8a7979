package com.harena.allinone.emulator.handler.spending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The properties of budgets that this emulator knows, by the path of the object they are in. */
final class BudgetProperties {
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "",
          Set.of("Budget", "NotificationsWithSubscribers"),
          "Budget",
          Set.of("BudgetName", "BudgetType", "TimeUnit", "BudgetLimit", "CostTypes"),
          "Budget.BudgetLimit",
          Set.of("Amount", "Unit"),
          "Budget.CostTypes",
          Set.of(
              "IncludeCredit",
              "IncludeDiscount",
              "IncludeOtherSubscription",
              "IncludeRecurring",
              "IncludeRefund",
              "IncludeSubscription",
              "IncludeSupport",
              "IncludeTax",
              "IncludeUpfront",
              "UseAmortized",
              "UseBlended"),
          "NotificationsWithSubscribers",
          Set.of("Notification", "Subscribers"),
          "NotificationsWithSubscribers.Notification",
          Set.of("ComparisonOperator", "NotificationType", "Threshold", "ThresholdType"),
          "NotificationsWithSubscribers.Subscribers",
          Set.of("Address", "SubscriptionType"));

  private BudgetProperties() {}

  static List<String> unknown(ObjectNode properties) {
    List<String> unknown = new ArrayList<>();
    collect(properties, "", unknown);
    return unknown;
  }

  private static void collect(JsonNode node, String path, List<String> unknown) {
    if (node.isArray()) {
      node.forEach(each -> collect(each, path, unknown));
    } else if (node instanceof ObjectNode object) {
      String prefix = path.isEmpty() ? "" : path + ".";
      Json.outside(object, KNOWN.getOrDefault(path, Set.of()))
          .forEach(name -> unknown.add(prefix + name));
      object
          .properties()
          .forEach(
              member -> {
                if (KNOWN.getOrDefault(path, Set.of()).contains(member.getKey())) {
                  collect(member.getValue(), prefix + member.getKey(), unknown);
                }
              });
    }
  }
}
