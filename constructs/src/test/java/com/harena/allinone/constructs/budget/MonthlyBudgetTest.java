package com.harena.allinone.constructs.budget;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class MonthlyBudgetTest {
  @Test
  void tellsTheAddressAtEightyAndAHundredPercentAndWhenAHundredIsForecast() {
    Stack stack = new Stack(new App(), "Stack");
    new MonthlyBudget(stack, "Budget", new MonthlyBudgetProps(15, "ops@example.org"));

    Template.fromStack(stack)
        .hasResourceProperties(
            "AWS::Budgets::Budget",
            Map.of(
                "Budget",
                Match.objectEquals(
                    Map.of(
                        "BudgetType",
                        "COST",
                        "TimeUnit",
                        "MONTHLY",
                        "BudgetLimit",
                        Map.of("Amount", 15, "Unit", "USD"))),
                "NotificationsWithSubscribers",
                List.of(
                    notification("ACTUAL", 80),
                    notification("ACTUAL", 100),
                    notification("FORECASTED", 100))));
  }

  private static Map<String, Object> notification(String type, int percent) {
    return Map.of(
        "Notification",
        Map.of(
            "NotificationType",
            type,
            "ComparisonOperator",
            "GREATER_THAN",
            "Threshold",
            percent,
            "ThresholdType",
            "PERCENTAGE"),
        "Subscribers",
        List.of(Map.of("SubscriptionType", "EMAIL", "Address", "ops@example.org")));
  }

  @Test
  void refusesABudgetOfNothing() {
    assertThatThrownBy(() -> new MonthlyBudgetProps(0, "ops@example.org"))
        .hasMessageContaining("0 dollars");
  }
}
