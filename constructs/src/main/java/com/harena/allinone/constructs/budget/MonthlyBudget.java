package com.harena.allinone.constructs.budget;

import com.harena.allinone.alarm.BudgetAlert;
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
                .budgetType(BudgetAlert.BUDGET_TYPE)
                .timeUnit(BudgetAlert.TIME_UNIT)
                .budgetLimit(
                    CfnBudget.SpendProperty.builder()
                        .amount(props.monthlyDollars())
                        .unit(BudgetAlert.CURRENCY)
                        .build())
                .build())
        .notificationsWithSubscribers(
            BudgetAlert.standard().stream().map(alert -> notification(alert, props)).toList())
        .build();
  }

  private static CfnBudget.NotificationWithSubscribersProperty notification(
      BudgetAlert alert, MonthlyBudgetProps props) {
    return CfnBudget.NotificationWithSubscribersProperty.builder()
        .notification(
            CfnBudget.NotificationProperty.builder()
                .notificationType(alert.type())
                .comparisonOperator(BudgetAlert.COMPARISON)
                .threshold(alert.percent())
                .thresholdType(BudgetAlert.THRESHOLD_TYPE)
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
