package com.harena.allinone.constructs.budget;

import java.util.Objects;

/**
 * What may be spent, and who is told.
 *
 * @param monthlyDollars amount in whole US dollars
 * @param address e-mail address that is told
 */
public record MonthlyBudgetProps(int monthlyDollars, String address) {
  /** Refuses an amount of nothing. */
  public MonthlyBudgetProps {
    Objects.requireNonNull(address, "address");
    if (monthlyDollars < 1) {
      throw new IllegalArgumentException(
          "monthly budget of %d dollars: give at least 1".formatted(monthlyDollars));
    }
  }
}
