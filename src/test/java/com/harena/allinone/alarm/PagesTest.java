package com.harena.allinone.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.alarm.SimulatedDeployment.Trouble;
import com.harena.allinone.schedule.Scenario;
import com.harena.allinone.schedule.SimulatedScheduler.RepeatedHour;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule over days with their nights and weekends: who is paged, and when. */
class PagesTest {
  private static final Scenario OFFICE = new Scenario(Scenario.OFFICE, RepeatedHour.FIRST);
  private static final List<Trouble> NO_TROUBLE = List.of();
  private static final int MOST_FURTHER_POINTS = 5;

  /** A weekend, and the weekends of both changes of the clock: Thursday noon to Tuesday noon. */
  private static final List<Instant> THURSDAYS =
      List.of(at("2026-11-05T12:00"), at("2027-03-25T12:00"), at("2027-10-28T12:00"));

  static Stream<AlarmRule> rules() {
    return AlarmRules.standard().stream();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toInstant();
  }

  private static Instant end(Instant thursday) {
    return thursday.plus(Duration.ofDays(5));
  }

  private static List<Instant> pages(AlarmRule rule, Instant thursday, List<Trouble> troubles) {
    Instant until = end(thursday);
    SimulatedDeployment deployment =
        new SimulatedDeployment(OFFICE, thursday, until, nightlyRestarts(thursday), troubles);
    TreeSet<Instant> pages = new TreeSet<>();
    for (int further = 0; further <= MOST_FURTHER_POINTS; further++) {
      AlarmEvaluator evaluator = new AlarmEvaluator(rule, further, deployment.samples(rule));
      pages.addAll(evaluator.pages(thursday, until));
    }
    return List.copyOf(pages);
  }

  /**
   * Spot brings the instance back every 61 minutes; EC2 would do so about once a night. Not in the
   * one hour of the year that the clock repeats: its ticks come once, so a restart could run an
   * hour.
   */
  private static SortedSet<Instant> nightlyRestarts(Instant thursday) {
    SortedSet<Instant> restarts = new TreeSet<>();
    for (Instant when = thursday;
        when.isBefore(end(thursday));
        when = when.plus(Duration.ofMinutes(61))) {
      if (!OFFICE.isRepeated(when)) {
        restarts.add(when);
      }
    }
    return restarts;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nobodyIsPagedWhileAllIsWell(AlarmRule rule) {
    for (Instant thursday : THURSDAYS) {
      assertThat(pages(rule, thursday, NO_TROUBLE)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nobodyIsPagedInClosedHoursEvenWhenAllIsAmiss(AlarmRule rule) {
    Predicate<Instant> always = when -> true;
    for (Instant thursday : THURSDAYS) {
      List<Instant> pages = pages(rule, thursday, List.of(new Trouble(rule.id(), always)));

      assertThat(pages).as("the rule works").isNotEmpty();
      // The last period of open hours is judged when it is over: at closing time.
      assertThat(pages).allMatch(page -> OFFICE.isOpen(page.minus(AlarmRule.PERIOD)));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void troubleThatBeginsShortlyBeforeClosingWaitsForTheMorning(AlarmRule rule) {
    Instant thursday = THURSDAYS.get(0);
    Instant closing = at("2026-11-06T22:00");
    long shorterByOnePeriod = rule.window().minus(AlarmRule.PERIOD).toMinutes();
    for (int minutes = 1; minutes <= shorterByOnePeriod; minutes += 3) {
      Instant begin = closing.minus(Duration.ofMinutes(minutes));
      Predicate<Instant> lastMinutes = when -> !when.isBefore(begin) && when.isBefore(closing);

      assertThat(pages(rule, thursday, List.of(new Trouble(rule.id(), lastMinutes))))
          .as("%d minutes before closing", minutes)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void troubleInOpenHoursPagesOnceItsWindowIsOver(AlarmRule rule) {
    Instant begin = at("2026-11-06T10:00");
    Predicate<Instant> fromTenOn = when -> !when.isBefore(begin);

    List<Instant> pages = pages(rule, THURSDAYS.get(0), List.of(new Trouble(rule.id(), fromTenOn)));

    assertThat(pages.get(0)).isEqualTo(begin.plus(rule.window()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void anInstanceThatNeverComesUpPagesTwentyMinutesAfterOpening(AlarmRule rule) {
    Instant from = at("2026-11-06T00:00");
    // No Spot capacity from the morning on: starts are refused, nothing runs, only zeros come.
    SimulatedDeployment deployment =
        new SimulatedDeployment(
            OFFICE,
            from,
            from.plus(Duration.ofHours(24)),
            Collections.emptySortedSet(),
            List.of(
                new Trouble("serving", when -> true), new Trouble("start-errors", when -> true)));
    List<Instant> pages =
        new AlarmEvaluator(rule, 2, deployment.samples(rule))
            .pages(from, from.plus(Duration.ofHours(24)));

    switch (rule.id()) {
      case "serving" -> assertThat(pages).containsExactly(at("2026-11-06T08:20"));
      case "start-errors" -> assertThat(pages).containsExactly(at("2026-11-06T08:15"));
      default -> assertThat(pages).isEmpty();
    }
  }
}
