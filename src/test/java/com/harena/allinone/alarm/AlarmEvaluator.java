package com.harena.allinone.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * CloudWatch's evaluation of one alarm, after its documentation ("Evaluating an alarm",
 * "Configuring how CloudWatch alarms treat missing data"): values of a period become one point; the
 * range looked at is a little longer than the evaluation periods (AWS does not say how much, so
 * tests try several lengths); if it holds at least as many real points as periods are evaluated,
 * the latest real ones decide and missing ones do not count; else missing ones are filled in, here
 * as not breaching.
 */
final class AlarmEvaluator {
  private final AlarmRule rule;
  private final int furtherPoints;
  private final NavigableMap<Long, DoubleSummaryStatistics> points = new TreeMap<>();

  AlarmEvaluator(AlarmRule rule, int furtherPoints, Map<Instant, List<Double>> samples) {
    this.rule = rule;
    this.furtherPoints = furtherPoints;
    samples.forEach(
        (when, values) ->
            values.forEach(
                value ->
                    points
                        .computeIfAbsent(period(when), unused -> new DoubleSummaryStatistics())
                        .accept(value)));
  }

  private static long period(Instant when) {
    return Math.floorDiv(when.getEpochSecond(), AlarmRule.PERIOD.toSeconds());
  }

  private static Instant endOf(long period) {
    return Instant.ofEpochSecond((period + 1) * AlarmRule.PERIOD.toSeconds());
  }

  /** When the alarm's state became ALARM: each is one page. */
  List<Instant> pages(Instant from, Instant until) {
    List<Instant> pages = new ArrayList<>();
    boolean alarm = false;
    for (long period = period(from); endOf(period).compareTo(until) <= 0; period++) {
      boolean now = breaches(period);
      if (now && !alarm) {
        pages.add(endOf(period));
      }
      alarm = now;
    }
    return pages;
  }

  private boolean breaches(long last) {
    List<DoubleSummaryStatistics> real =
        points
            .subMap(last - rule.periods() - furtherPoints + 1, true, last, true)
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
            .limit(rule.periods())
            .map(Map.Entry::getValue)
            .toList();
    return real.size() == rule.periods()
        && real.stream()
            .allMatch(point -> rule.comparison().breaches(value(point), rule.threshold()));
  }

  private double value(DoubleSummaryStatistics point) {
    return switch (rule.statistic()) {
      case AVERAGE -> point.getAverage();
      case MAXIMUM -> point.getMax();
      case MINIMUM -> point.getMin();
      case SUM -> point.getSum();
    };
  }
}
