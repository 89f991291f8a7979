package com.harena.allinone.cost;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of something a month takes.
 *
 * @param scheduled with the instance stopped outside the opening hours; empty when it depends on
 *     the use
 * @param roundTheClock with the instance never stopped; empty when it depends on the use
 * @param unit unit of both, such as {@code hour}
 */
public record Quantity(
    Optional<BigDecimal> scheduled, Optional<BigDecimal> roundTheClock, String unit) {
  static Quantity of(BigDecimal scheduled, BigDecimal roundTheClock, String unit) {
    return new Quantity(Optional.of(scheduled), Optional.of(roundTheClock), unit);
  }

  static Quantity always(BigDecimal amount, String unit) {
    return of(amount, amount, unit);
  }

  static Quantity dependsOnUse(String unit) {
    return new Quantity(Optional.empty(), Optional.empty(), unit);
  }
}
