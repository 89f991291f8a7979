package com.harena.allinone.schedule;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every combination of some minutes, hours and days: what one cron expression can say.
 *
 * <p>Written only with what AWS's reference of cron expressions shows: lists, ranges that do not
 * wrap, one step from a first minute, days by name in AWS's order from Sunday.
 */
record CronBlock(SortedSet<Integer> minutes, SortedSet<Integer> hours, Set<DayOfWeek> days) {
  private static final int STEP = (int) Tick.INTERVAL.toMinutes();

  CronBlock {
    minutes = new TreeSet<>(minutes);
    hours = new TreeSet<>(hours);
    days = Set.copyOf(days);
    if (minutes.isEmpty() || hours.isEmpty() || days.isEmpty()) {
      throw new IllegalArgumentException("a cron expression needs a minute, an hour and a day");
    }
  }

  /** The expression, such as {@code cron(0/5 8-21 ? * MON-FRI *)}. */
  String expression() {
    String dates = days.size() == 7 ? "* * ?" : "? * " + dayField();
    return "cron(" + minuteField() + " " + hourField() + " " + dates + " *)";
  }

  private String minuteField() {
    boolean toTheEnd = minutes.last() == 60 - STEP;
    boolean unbroken = (minutes.last() - minutes.first()) / STEP + 1 == minutes.size();
    return toTheEnd && unbroken && minutes.size() > 1
        ? minutes.first() + "/" + STEP
        : String.join(",", minutes.stream().map(String::valueOf).toList());
  }

  private String hourField() {
    return hours.size() == 24 ? "*" : ranges(hours, hour -> Integer.toString(hour));
  }

  private String dayField() {
    List<Integer> numbers = days.stream().map(day -> day.getValue() % 7).sorted().toList();
    return ranges(numbers, CronBlock::dayName);
  }

  /** AWS counts days from Sunday, so that a range never runs from Saturday to Sunday. */
  private static String dayName(int sinceSunday) {
    return DayOfWeek.SUNDAY.plus(sinceSunday).name().substring(0, 3).toUpperCase(Locale.ROOT);
  }

  private static String ranges(
      Collection<Integer> sorted, java.util.function.IntFunction<String> name) {
    List<String> parts = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int value : sorted) {
      if (!run.isEmpty() && value != run.get(run.size() - 1) + 1) {
        parts.add(range(run, name));
        run.clear();
      }
      run.add(value);
    }
    parts.add(range(run, name));
    return String.join(",", parts);
  }

  private static String range(List<Integer> run, java.util.function.IntFunction<String> name) {
    String first = name.apply(run.get(0));
    String last = name.apply(run.get(run.size() - 1));
    return switch (run.size()) {
      case 1 -> first;
      case 2 -> first + "," + last;
      default -> first + "-" + last;
    };
  }
}
