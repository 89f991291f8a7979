package com.harena.allinone.pulumi;

import com.harena.allinone.alarm.BudgetAlert;
import com.pulumi.aws.budgets.Budget;
import com.pulumi.aws.budgets.BudgetArgs;
import com.pulumi.aws.budgets.inputs.BudgetNotificationArgs;

/** An AWS Budgets alert by e-mail, for the whole account. */
final class MonthlyBudget {
  /** Makes the budget. */
  MonthlyBudget(Stage stage) {
    String address = stage.blueprint().alarms().address().value();
    new Budget(
        LogicalId.of("MonthlyBudget", "Default"),
        BudgetArgs.builder()
            .budgetType(BudgetAlert.BUDGET_TYPE)
            .timeUnit(BudgetAlert.TIME_UNIT)
            .limitAmount(Integer.toString(stage.blueprint().budget().monthlyDollars()))
            .limitUnit(BudgetAlert.CURRENCY)
            .notifications(
                BudgetAlert.standard().stream().map(alert -> notification(alert, address)).toList())
            .build(),
        stage.options().build());
  }

  private static BudgetNotificationArgs notification(BudgetAlert alert, String address) {
    return BudgetNotificationArgs.builder()
        .notificationType(alert.type())
        .comparisonOperator(BudgetAlert.COMPARISON)
        .threshold((double) alert.percent())
        .thresholdType(BudgetAlert.THRESHOLD_TYPE)
        .subscriberEmailAddresses(address)
        .build();
  }
}
