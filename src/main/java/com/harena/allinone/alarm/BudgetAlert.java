package com.harena.allinone.alarm;

import java.util.List;

/**
 * When AWS Budgets tells what was spent.
 *
 * @param type what is compared: {@code ACTUAL} or {@code FORECASTED} spending
 * @param percent per cent of the budget above which it tells
 */
public record BudgetAlert(String type, int percent) {
  /** How spending is compared with the percentage. */
  public static final String COMPARISON = "GREATER_THAN";

  /** The unit of the threshold. */
  public static final String THRESHOLD_TYPE = "PERCENTAGE";

  /** What is counted. */
  public static final String BUDGET_TYPE = "COST";

  /** How long it is counted for. */
  public static final String TIME_UNIT = "MONTHLY";

  /** The currency. */
  public static final String CURRENCY = "USD";

  /** At 80 % and 100 % spent, and when the month is forecast to end above the amount. */
  public static List<BudgetAlert> standard() {
    return List.of(
        new BudgetAlert("ACTUAL", 80),
        new BudgetAlert("ACTUAL", 100),
        new BudgetAlert("FORECASTED", 100));
  }
}
