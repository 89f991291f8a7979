package com.harena.allinone.constructs.budget;

import java.util.List;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/**
 * An AWS Budgets alert by e-mail: at 80 % and 100 % of the amount spent, and when the month is
 * forecast to end above it. It counts the whole account: counting by tag needs a tag that somebody
 * has activated for billing by hand.
 *
 * <p>The budget has no name of its own: a changed amount or address replaces it, and CloudFormation
 * makes the new one before it deletes the old, so both would carry the same name.
 */
public final class MonthlyBudget extends Construct {
  /** Makes the budget. */
  public MonthlyBudget(Construct scope, String id, MonthlyBudgetProps props) {
    super(scope, id);
    CfnBudget.Builder.create(this, "Default")
        .budget(
            CfnBudget.BudgetDataProperty.builder()
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .budgetLimit(
                    CfnBudget.SpendProperty.builder()
                        .amount(props.monthlyDollars())
                        .unit("USD")
                        .build())
                .build())
        .notificationsWithSubscribers(
            List.of(
                notification("ACTUAL", 80, props),
                notification("ACTUAL", 100, props),
                notification("FORECASTED", 100, props)))
        .build();
  }

  private static CfnBudget.NotificationWithSubscribersProperty notification(
      String type, int percent, MonthlyBudgetProps props) {
    return CfnBudget.NotificationWithSubscribersProperty.builder()
        .notification(
            CfnBudget.NotificationProperty.builder()
                .notificationType(type)
                .comparisonOperator("GREATER_THAN")
                .threshold(percent)
                .thresholdType("PERCENTAGE")
                .build())
        .subscribers(
            List.of(
                CfnBudget.SubscriberProperty.builder()
                    .subscriptionType("EMAIL")
                    .address(props.address())
                    .build()))
        .build();
  }
}
