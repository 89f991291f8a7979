package com.harena.allinone.schedule;

import com.harena.allinone.blueprint.Hours;
import com.harena.allinone.schedule.SimulatedScheduler.RepeatedHour;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opening hours through thirteen months, November 2026 to November 2027, with both changes of the
 * clock. Says by itself, from the plain rule, when the application is open.
 */
public record Scenario(Hours hours, RepeatedHour occasion) {
  /** The hours of the application being moved. */
  public static final Hours OFFICE = hours("Europe/Paris", "08:00", "22:00", weekdays());

  static Stream<Scenario> all() {
    return Stream.of(
            OFFICE,
            hours("Europe/Paris", "08:30", "17:45", weekdays()),
            hours("Europe/Paris", "08:30", "17:30", DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            hours("America/New_York", "09:00", "17:00", DayOfWeek.values()),
            hours("Europe/Paris", "01:30", "02:30", DayOfWeek.values()),
            hours("Australia/Lord_Howe", "01:10", "23:55", DayOfWeek.SUNDAY),
            hours("Asia/Kolkata", "00:00", "12:05", DayOfWeek.MONDAY, DayOfWeek.THURSDAY))
        .flatMap(
            hours ->
                Arrays.stream(RepeatedHour.values())
                    .map(occasion -> new Scenario(hours, occasion)));
  }

  static Hours hours(String zone, String open, String close, DayOfWeek... days) {
    return new Hours(ZoneId.of(zone), List.of(days), LocalTime.parse(open), LocalTime.parse(close));
  }

  static DayOfWeek[] weekdays() {
    return Arrays.copyOf(DayOfWeek.values(), 5);
  }

  public SimulatedScheduler scheduler() {
    return new SimulatedScheduler(TickSchedules.of(Optional.of(hours))).with(occasion);
  }

  private SimulatedClock clock() {
    return SimulatedClock.of(hours.zone());
  }

  public Instant begin() {
    return clock().begin();
  }

  public Instant end() {
    return clock().end();
  }

  public boolean isOpen(Instant when) {
    LocalTime time = clock().time(when);
    return hours.days().contains(clock().day(when))
        && !time.isBefore(hours.open())
        && time.isBefore(hours.close());
  }

  /** Whether the clock shows this local time twice: then a tick comes on one occasion only. */
  public boolean isRepeated(Instant when) {
    return clock().isRepeated(when);
  }

  /** Every minute of the thirteen months. */
  public Stream<Instant> minutes() {
    return clock().minutes();
  }

  /** The first minute of each stretch of open hours. */
  public List<Instant> openings() {
    List<Instant> openings = new ArrayList<>();
    minutes()
        .skip(1)
        .filter(minute -> isOpen(minute) && !isOpen(minute.minusSeconds(60)))
        .forEach(openings::add);
    return openings;
  }

  @Override
  public String toString() {
    return "%s-%s %s %s, repeated hour on its %s occasion"
        .formatted(hours.open(), hours.close(), hours.days(), hours.zone(), occasion);
  }
}
