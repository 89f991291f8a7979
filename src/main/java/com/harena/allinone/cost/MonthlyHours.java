package com.harena.allinone.cost;

import com.harena.allinone.blueprint.Hours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * Hours of a mean month: hours a week × 365.25 / 7 / 12, to a hundredth of an hour. Round the clock
 * that is 730.50.
 */
public final class MonthlyHours {
  private static final int HOURS_A_WEEK = 168;

  private MonthlyHours() {}

  /** Hours of a month in which the application is open; all of them without opening hours. */
  public static BigDecimal open(Optional<Hours> hours) {
    return hours
        .map(
            open ->
                ofMinutesAWeek(
                    open.days().size() * Duration.between(open.open(), open.close()).toMinutes()))
        .orElseGet(MonthlyHours::roundTheClock);
  }

  /** Hours of a whole month. */
  public static BigDecimal roundTheClock() {
    return ofMinutesAWeek(HOURS_A_WEEK * 60L);
  }

  private static BigDecimal ofMinutesAWeek(long minutes) {
    return BigDecimal.valueOf(minutes)
        .multiply(new BigDecimal("365.25"))
        .divide(BigDecimal.valueOf(60L * 7 * 12), 2, RoundingMode.HALF_UP);
  }
}
