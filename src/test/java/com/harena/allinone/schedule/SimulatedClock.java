package com.harena.allinone.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The wall clock of a time zone, minute by minute, from 1 November 2026 to 30 November 2027 and a
 * day on either side. Worked out once for each zone: the simulations read it a thousand million
 * times.
 */
public final class SimulatedClock {
  private static final Map<ZoneId, SimulatedClock> CLOCKS = new ConcurrentHashMap<>();
  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final byte ONCE = 0;
  private static final byte FIRST = 1;
  private static final byte SECOND = 2;

  private final Instant begin;
  private final Instant end;
  private final short[] minutesOfWeek;
  private final byte[] occasions;

  private SimulatedClock(ZoneId zone) {
    begin = LocalDate.of(2026, 11, 1).atStartOfDay(zone).toInstant();
    end = LocalDate.of(2027, 12, 1).atStartOfDay(zone).toInstant();
    int minutes = (int) Duration.between(begin, end).toMinutes() + 2 * MINUTES_OF_DAY;
    minutesOfWeek = new short[minutes];
    occasions = new byte[minutes];
    for (int minute = 0; minute < minutes; minute++) {
      Instant when = begin.plusSeconds(60L * (minute - MINUTES_OF_DAY));
      LocalDateTime time = LocalDateTime.ofInstant(when, zone);
      List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
      boolean first = offsets.get(0).equals(zone.getRules().getOffset(when));
      occasions[minute] = offsets.size() == 1 ? ONCE : first ? FIRST : SECOND;
      minutesOfWeek[minute] = (short) minuteOfWeek(time);
    }
  }

  public static SimulatedClock of(ZoneId zone) {
    return CLOCKS.computeIfAbsent(zone, SimulatedClock::new);
  }

  /** Minutes since Sunday, 00:00. */
  static int minuteOfWeek(LocalDateTime time) {
    int day = time.getDayOfWeek().getValue() % 7;
    return day * MINUTES_OF_DAY + time.getHour() * 60 + time.getMinute();
  }

  public Instant begin() {
    return begin;
  }

  public Instant end() {
    return end;
  }

  /** Every minute of the time. */
  public Stream<Instant> minutes() {
    return Stream.iterate(begin, end::isAfter, minute -> minute.plusSeconds(60));
  }

  /** What the clock on the wall shows, in minutes since Sunday, 00:00. */
  public int minuteOfWeek(long epochSecond) {
    return minutesOfWeek[index(epochSecond)];
  }

  /** The day that the clock shows. */
  public DayOfWeek day(Instant when) {
    return DayOfWeek.SUNDAY.plus(minuteOfWeek(when.getEpochSecond()) / MINUTES_OF_DAY);
  }

  /** The time of day that the clock shows, in whole minutes. */
  public LocalTime time(Instant when) {
    return LocalTime.ofSecondOfDay(minuteOfWeek(when.getEpochSecond()) % MINUTES_OF_DAY * 60L);
  }

  /** Whether the clock shows this time twice. */
  public boolean isRepeated(Instant when) {
    return occasions[index(when.getEpochSecond())] != ONCE;
  }

  /** Whether this is the second time that the clock shows it. */
  public boolean isSecond(Instant when) {
    return occasions[index(when.getEpochSecond())] == SECOND;
  }

  private int index(long epochSecond) {
    long minutes = Math.floorDiv(epochSecond - begin.getEpochSecond(), 60L);
    return (int) minutes + MINUTES_OF_DAY;
  }
}
