package com.harena.allinone.bundle;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When the backup is due, as the timer's unit says it: on open days only, in the zone of the
 * opening hours.
 *
 * @param days days of the week
 * @param at time of the day
 * @param zone time zone of both
 */
public record BackupCalendar(Set<DayOfWeek> days, LocalTime at, ZoneId zone) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^OnCalendar=(?:(\\w{3}(?:,\\w{3})*) )?\\*-\\*-\\* (\\d\\d:\\d\\d):00 (\\S+)$");
  private static final int DAYS_LOOKED_AT = 8;

  /** Copies the days, and refuses none. */
  public BackupCalendar {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("the backup is due on no day: give one at least");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /** The calendar of the blueprint's backup. */
  public static BackupCalendar of(Blueprint blueprint) {
    return new BackupCalendar(
        blueprint
            .hours()
            .<Set<DayOfWeek>>map(hours -> EnumSet.copyOf(hours.days()))
            .orElse(EnumSet.allOf(DayOfWeek.class)),
        blueprint.services().backup().at(),
        blueprint.hours().map(Hours::zone).orElse(ZoneId.of("UTC")));
  }

  /**
   * Reads the calendar of a timer's unit.
   *
   * @throws IllegalArgumentException if the unit has no such line
   */
  public static BackupCalendar ofUnit(String unit) {
    Matcher line = LINE.matcher(unit);
    if (!line.find()) {
      throw new IllegalArgumentException(
          "the backup's timer has no line OnCalendar=[Mon,Tue,…] *-*-* HH:MM:00 ZONE");
    }
    Set<DayOfWeek> days =
        line.group(1) == null
            ? EnumSet.allOf(DayOfWeek.class)
            : Arrays.stream(line.group(1).split(",", -1))
                .map(BackupCalendar::day)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    return new BackupCalendar(days, LocalTime.parse(line.group(2)), ZoneId.of(line.group(3)));
  }

  /** The calendar as systemd reads it. */
  public String text() {
    String when = "*-*-* %s:00 %s".formatted(at, zone.getId());
    if (days.size() == DayOfWeek.values().length) {
      return when;
    }
    return days.stream().sorted().map(BackupCalendar::word).collect(Collectors.joining(","))
        + " "
        + when;
  }

  /** The last time at or before the moment at which a backup was due. */
  public Instant lastDue(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    for (int back = 0; back <= DAYS_LOOKED_AT; back++) {
      ZonedDateTime due = local.toLocalDate().minusDays(back).atTime(at).atZone(zone);
      if (days.contains(due.getDayOfWeek()) && !due.toInstant().isAfter(moment)) {
        return due.toInstant();
      }
    }
    throw new IllegalStateException("%s is never due".formatted(text()));
  }

  private static String word(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static DayOfWeek day(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> word(day).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'%s' is no day: give Mon to Sun".formatted(word)));
  }
}
