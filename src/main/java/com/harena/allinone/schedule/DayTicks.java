package com.harena.allinone.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The ticks of one day, split into as few blocks of hours and minutes as possible.
 *
 * <p>Either hours with the same minutes share a block, or minutes with the same hours do; for one
 * open span a day the better of the two is the least: one block on full hours, two when opening and
 * closing agree on the minute or one of them is on the hour, else three.
 */
final class DayTicks {
  private final Map<Integer, SortedSet<Integer>> minutesOfHour = new TreeMap<>();
  private final Map<Integer, SortedSet<Integer>> hoursOfMinute = new TreeMap<>();

  DayTicks(Predicate<LocalTime> included) {
    int step = (int) Tick.INTERVAL.toMinutes();
    for (int minuteOfDay = 0; minuteOfDay < 24 * 60; minuteOfDay += step) {
      int hour = minuteOfDay / 60;
      int minute = minuteOfDay % 60;
      if (included.test(LocalTime.of(hour, minute))) {
        minutesOfHour.computeIfAbsent(hour, unused -> new TreeSet<>()).add(minute);
        hoursOfMinute.computeIfAbsent(minute, unused -> new TreeSet<>()).add(hour);
      }
    }
  }

  List<CronBlock> blocks(Set<DayOfWeek> days) {
    List<CronBlock> byHour = new ArrayList<>();
    keysOfEqualValues(minutesOfHour)
        .forEach((minutes, hours) -> byHour.add(new CronBlock(minutes, hours, days)));
    List<CronBlock> byMinute = new ArrayList<>();
    keysOfEqualValues(hoursOfMinute)
        .forEach((hours, minutes) -> byMinute.add(new CronBlock(minutes, hours, days)));
    return byHour.size() <= byMinute.size() ? byHour : byMinute;
  }

  private static Map<SortedSet<Integer>, SortedSet<Integer>> keysOfEqualValues(
      Map<Integer, SortedSet<Integer>> values) {
    Map<SortedSet<Integer>, SortedSet<Integer>> keys = new java.util.LinkedHashMap<>();
    values.forEach((key, value) -> keys.computeIfAbsent(value, unused -> new TreeSet<>()).add(key));
    return keys;
  }
}
