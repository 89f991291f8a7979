package com.harena.allinone.cost;

import com.harena.allinone.blueprint.Blueprint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a month costs, line by line. A total is the sum of its lines as they are rounded, so that
 * the printed column adds up.
 *
 * @param lines the lines
 */
public record CostEstimate(List<CostLine> lines) {
  /** Copies the lines. */
  public CostEstimate {
    lines = List.copyOf(lines);
  }

  /** The estimate of the stack that a blueprint describes. */
  public static CostEstimate of(Blueprint blueprint, PriceCatalogue catalogue) {
    return new CostEstimate(new SingleInstanceLines(blueprint, catalogue).all());
  }

  /**
   * The estimate of the managed set-up that the stack replaces, as far as it is known: a line
   * without a figure is not counted.
   */
  public static CostEstimate ofManagedSetUp(Blueprint blueprint, PriceCatalogue catalogue) {
    return new CostEstimate(new ManagedSetUpLines(blueprint.region(), catalogue).all());
  }

  /** US dollars a month with the opening hours of the blueprint. */
  public BigDecimal scheduledDollars() {
    return sum(CostLine::scheduledDollars);
  }

  /** US dollars a month when the instance is never stopped. */
  public BigDecimal roundTheClockDollars() {
    return sum(CostLine::roundTheClockDollars);
  }

  /** Whether a line has no figure, so that the totals are lower bounds. */
  public boolean isAtLeast() {
    return lines.stream().anyMatch(line -> !line.isCounted());
  }

  /** What the opening hours save: never more than the price of what they switch off. */
  public BigDecimal scheduleSavesDollars() {
    return roundTheClockDollars().subtract(scheduledDollars());
  }

  private BigDecimal sum(Function<CostLine, Optional<BigDecimal>> column) {
    return lines.stream()
        .map(column)
        .flatMap(Optional::stream)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }
}
