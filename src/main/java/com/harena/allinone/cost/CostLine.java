package com.harena.allinone.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One line of an estimate.
 *
 * @param part what is paid for
 * @param resourceType CloudFormation type of the resource that it is paid for
 * @param quantity how much of it a month takes
 * @param price its price; empty when the list does not know it
 * @param note what a reader should know
 */
public record CostLine(
    String part, String resourceType, Quantity quantity, Optional<Price> price, String note) {
  /** US dollars a month on schedule, to the cent, half a cent up; empty when it is not known. */
  public Optional<BigDecimal> scheduledDollars() {
    return dollars(quantity.scheduled());
  }

  /** US dollars a month round the clock, to the cent, half a cent up; empty when not known. */
  public Optional<BigDecimal> roundTheClockDollars() {
    return dollars(quantity.roundTheClock());
  }

  /** Whether the line has a figure; one without makes each total an "at least". */
  public boolean isCounted() {
    return roundTheClockDollars().isPresent();
  }

  /** Why the line has no figure; empty when it has one. */
  public Optional<String> uncounted() {
    if (isCounted()) {
      return Optional.empty();
    }
    return Optional.of(
        price.isEmpty() && quantity.roundTheClock().isPresent()
            ? "not in the price list"
            : price.isEmpty() ? "not known" : "depends on use");
  }

  private Optional<BigDecimal> dollars(Optional<BigDecimal> amount) {
    if (amount.isPresent() && amount.get().signum() == 0) {
      return Optional.of(BigDecimal.ZERO.setScale(2));
    }
    return amount.flatMap(
        units ->
            price.map(each -> units.multiply(each.dollars()).setScale(2, RoundingMode.HALF_UP)));
  }
}
