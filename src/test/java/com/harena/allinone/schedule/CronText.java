package com.harena.allinone.schedule;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Reads a {@code cron(…)} expression as AWS's reference describes it. Knows nothing of the code
 * that writes them: it is what the simulations judge that code by.
 */
public final class CronText {
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private final BitSet minutesOfWeek = new BitSet(7 * 24 * 60);

  public CronText(String expression) {
    if (!expression.startsWith("cron(") || !expression.endsWith(")")) {
      throw new IllegalArgumentException("not a cron expression: " + expression);
    }
    String[] fields = expression.substring(5, expression.length() - 1).split(" ", -1);
    boolean oneDayFieldIsOpen =
        fields.length == 6 && fields[2].equals("?") != fields[4].equals("?");
    if (!oneDayFieldIsOpen || !fields[3].equals("*") || !fields[5].equals("*")) {
      throw new IllegalArgumentException("not a weekly cron expression: " + expression);
    }
    if (!fields[2].equals("?") && !fields[2].equals("*")) {
      throw new IllegalArgumentException("a day of the month in " + expression);
    }
    BitSet minutes = values(fields[0], 0, 59);
    BitSet hours = values(fields[1], 0, 23);
    BitSet days = fields[4].equals("?") ? values("*", 1, 7) : values(fields[4], 1, 7);
    days.stream()
        .flatMap(day -> hours.stream().map(hour -> (day - 1) * 24 + hour))
        .flatMap(hour -> minutes.stream().map(minute -> hour * 60 + minute))
        .forEach(minutesOfWeek::set);
  }

  /** Whether the expression names this minute, counted from Sunday, 00:00. */
  public boolean names(int minuteOfWeek) {
    return minutesOfWeek.get(minuteOfWeek);
  }

  private static BitSet values(String field, int least, int greatest) {
    BitSet values = new BitSet();
    Arrays.stream(field.split(",", -1)).forEach(part -> add(values, part, least, greatest));
    return values;
  }

  private static void add(BitSet values, String part, int least, int greatest) {
    String[] stepped = part.split("/", 2);
    int first;
    int last;
    if (stepped[0].equals("*")) {
      first = least;
      last = greatest;
    } else {
      String[] ends = stepped[0].split("-", 2);
      first = number(ends[0]);
      last = ends.length == 2 ? number(ends[1]) : stepped.length == 2 ? greatest : first;
    }
    int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
    if (first < least || last > greatest || first > last) {
      throw new IllegalArgumentException("outside %d-%d: %s".formatted(least, greatest, part));
    }
    for (int value = first; value <= last; value += step) {
      values.set(value);
    }
  }

  private static int number(String text) {
    return DAYS.contains(text) ? DAYS.indexOf(text) + 1 : Integer.parseInt(text);
  }
}
