package com.harena.allinone.cost;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One price of the list.
 *
 * @param item what is sold, such as {@code ec2.t4g.small.spot}
 * @param region AWS region that the price is of
 * @param unit unit that it is sold by, such as {@code hour} or {@code GB-month}
 * @param dollars US dollars for one unit; of a range, its upper end
 * @param lowestDollars lower end of a range
 * @param certainty how sure it is
 * @param source where it was found
 */
public record Price(
    String item,
    String region,
    String unit,
    BigDecimal dollars,
    Optional<BigDecimal> lowestDollars,
    Certainty certainty,
    String source) {
  /** Refuses a price without a source, or whose range is upside down. */
  public Price {
    if (source == null || source.isBlank() || certainty == null) {
      throw new IllegalArgumentException("price of " + item + " without a source");
    }
    if (dollars.signum() <= 0
        || lowestDollars.filter(low -> low.compareTo(dollars) > 0).isPresent()) {
      throw new IllegalArgumentException(
          "price of %s: %s, allowed: more than 0 and the upper end of its range"
              .formatted(item, dollars));
    }
  }
}
