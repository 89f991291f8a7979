package com.harena.allinone.blueprint;

/**
 * The monthly budget.
 *
 * @param monthlyDollars amount in whole US dollars at which AWS Budgets sends its alert
 */
public record Budget(
    @Setting(value = "US dollars a month", min = 1, max = 10000) int monthlyDollars) {}
