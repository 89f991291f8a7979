package com.harena.allinone.host.remote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments as people say and read them, in the time zone of the opening hours. */
public final class LocalMoment {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final ZoneId zone;

  /** Moments in a zone. */
  public LocalMoment(ZoneId zone) {
    this.zone = zone;
  }

  /** Such as {@code 23:30} today, {@code Monday 08:00} within six days, else with the date. */
  public String words(Instant moment, Instant now) {
    ZonedDateTime local = moment.atZone(zone);
    long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), local.toLocalDate());
    DateTimeFormatter format = days == 0 ? TIME : days > 0 && days < 7 ? DAY : DATE;
    return format.format(local);
  }

  /**
   * Reads {@code 23:30}, which is today's, or {@code 2026-11-29T01:00}.
   *
   * @throws HoldRefused if it is neither, or past
   */
  public Instant parse(String text, Instant now) {
    Instant moment = local(text, now.atZone(zone).toLocalDate()).atZone(zone).toInstant();
    if (!moment.isAfter(now)) {
      throw new HoldRefused(
          "until %s is past: in %s it is %s; give a later time of today, or a date and time such as %sT08:00"
              .formatted(
                  text,
                  zone,
                  TIME.format(now.atZone(zone)),
                  now.atZone(zone).toLocalDate().plusDays(1)));
    }
    return moment;
  }

  private static LocalDateTime local(String text, LocalDate today) {
    try {
      return text.indexOf('T') < 0
          ? today.atTime(LocalTime.parse(text))
          : LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new HoldRefused(
          "until '%s' is not a time: give one such as 23:30, or a date and time such as %sT23:30"
              .formatted(text, today));
    }
  }
}
