package com.harena.allinone.bundle;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;

/**
 * When the weekly drill runs: in the middle of the last open day's hours, or on Sundays without
 * opening hours.
 *
 * @param text in systemd's form of a calendar
 */
record DrillCalendar(String text) {
  /** The calendar of a blueprint. */
  static DrillCalendar of(Blueprint blueprint) {
    return new DrillCalendar(
        blueprint.hours().map(DrillCalendar::inTheMiddle).orElse("Sun *-*-* 03:00:00 UTC"));
  }

  private static String inTheMiddle(Hours hours) {
    LocalTime middle =
        hours.open().plus(Duration.between(hours.open(), hours.close()).dividedBy(2));
    DayOfWeek last = hours.days().stream().max(Comparator.naturalOrder()).orElseThrow();
    return "%s *-*-* %s:00 %s"
        .formatted(
            last.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
            middle.truncatedTo(ChronoUnit.MINUTES),
            hours.zone().getId());
  }
}
