package com.harena.allinone.blueprint;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Opening hours: outside them the instance is stopped.
 *
 * @param zone time zone of the times
 * @param days days of the week on which the application is open
 * @param open first minute of an open day, a multiple of five minutes
 * @param close first minute after an open day's hours, a multiple of five minutes
 */
public record Hours(
    @Setting("Time zone of the opening hours, such as Europe/Paris") ZoneId zone,
    @Setting(value = "Open days", defaultValue = "[mon, tue, wed, thu, fri]") List<DayOfWeek> days,
    @Setting("First minute of an open day, such as 08:00") LocalTime open,
    @Setting("First closed minute of an open day, such as 22:00") LocalTime close) {
  /** Copies the days. */
  public Hours {
    days = List.copyOf(days);
  }
}
