package com.harena.allinone.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.schedule.SimulatedScheduler.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** November 2026 to November 2027 under the schedules, with both changes of the clock. */
class SimulatedYearTest {
  private static final String ALL = "com.harena.allinone.schedule.Scenario#all";
  private static final SortedSet<Instant> NO_RESTARTS = Collections.emptySortedSet();

  @ParameterizedTest
  @MethodSource(ALL)
  void runsInOpenHoursExactToTheTick(Scenario scenario) {
    List<Call> calls = scenario.scheduler().calls(scenario.begin(), scenario.end());
    SimulatedInstance instance = new SimulatedInstance(false, calls, NO_RESTARTS);

    List<Instant> wrong =
        scenario
            .minutes()
            .filter(minute -> !scenario.isRepeated(minute))
            .filter(minute -> instance.runsAt(minute) != scenario.isOpen(minute))
            .toList();

    assertThat(wrong).isEmpty();
    assertThat(instance.changes()).isGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void neverStartsInClosedHoursHoweverLateOrLostTheCalls(Scenario scenario) {
    Random random = new Random(20261101);
    List<Call> calls =
        scenario
            .scheduler()
            .delivering(call -> Optional.of(Duration.ofSeconds(random.nextInt(90))))
            .calls(scenario.begin(), scenario.end());

    assertThat(calls)
        .filteredOn(call -> call.tick() == Tick.START)
        .isNotEmpty()
        .allMatch(call -> scenario.isOpen(call.arrival()), "arrives in open hours");
    assertThat(calls)
        .filteredOn(call -> call.tick() == Tick.STOP)
        .isNotEmpty()
        .noneMatch(call -> scenario.isOpen(call.arrival()));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void recoversALostStartAtTheNextTick(Scenario scenario) {
    Set<Instant> openings = new HashSet<>(scenario.openings());
    List<Call> calls =
        scenario
            .scheduler()
            .delivering(
                call ->
                    openings.contains(call.due()) ? Optional.empty() : Optional.of(Duration.ZERO))
            .calls(scenario.begin(), scenario.end());
    SimulatedInstance instance = new SimulatedInstance(false, calls, NO_RESTARTS);

    for (Instant opening : openings) {
      if (!scenario.isRepeated(opening)) {
        assertThat(instance.firstTime(true, opening)).isEqualTo(opening.plus(Tick.INTERVAL));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void stopsASpotRestartInClosedHoursWithinOneTick(Scenario scenario) {
    Random random = new Random(20271130);
    List<Call> calls =
        scenario
            .scheduler()
            .delivering(call -> Optional.of(Duration.ofSeconds(random.nextInt(60))))
            .calls(scenario.begin(), scenario.end());
    SortedSet<Instant> restarts = restartsInClosedHours(scenario, random);
    SimulatedInstance instance = new SimulatedInstance(false, calls, restarts);

    Duration oneTick = Tick.INTERVAL.plus(Tick.MAXIMUM_EVENT_AGE);
    for (Instant restart : restarts) {
      Instant latest = scenario.isRepeated(restart) ? restart.plusSeconds(3900) : restart;
      assertThat(instance.firstTime(false, restart)).isBeforeOrEqualTo(latest.plus(oneTick));
    }
  }

  /** A thousand seconds of closed hours with closed hours for two ticks after them. */
  private static SortedSet<Instant> restartsInClosedHours(Scenario scenario, Random random) {
    long seconds = Duration.between(scenario.begin(), scenario.end()).toSeconds() - 3600;
    TreeSet<Instant> restarts = new TreeSet<>();
    while (restarts.size() < 1000) {
      Instant when = scenario.begin().plusSeconds(random.nextInt((int) seconds));
      if (!scenario.isOpen(when) && !scenario.isOpen(when.plusSeconds(600))) {
        restarts.add(when);
      }
    }
    return restarts;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void publishesOneZeroInEachFiveMinutesOfOpenHoursAndNoneElse(Scenario scenario) {
    Random random = new Random(5);
    List<Instant> arrivals =
        scenario
            .scheduler()
            .delivering(call -> Optional.of(Duration.ofSeconds(random.nextInt(60))))
            .calls(scenario.begin(), scenario.end())
            .stream()
            .filter(call -> call.tick() == Tick.SERVING_ZERO)
            .map(Call::arrival)
            .toList();
    List<Long> periods = arrivals.stream().map(SimulatedYearTest::period).toList();
    Set<Long> open =
        scenario
            .minutes()
            .filter(minute -> scenario.isOpen(minute) && !scenario.isRepeated(minute))
            .map(SimulatedYearTest::period)
            .collect(Collectors.toSet());

    Set<Long> distinct = new HashSet<>(periods);
    assertThat(distinct).hasSameSizeAs(periods);
    assertThat(distinct.containsAll(open)).as("a zero in each open period").isTrue();
    assertThat(arrivals).allMatch(scenario::isOpen, "falls into open hours");
  }

  private static long period(Instant when) {
    return when.getEpochSecond() / Tick.INTERVAL.toSeconds();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void awakeHoldsTheInstanceUntilItsTimeAndNoLonger(Scenario scenario) {
    Instant closing = closingAfter(scenario, scenario.openings().get(20));
    Instant until = closing.plus(Duration.ofMinutes(42));
    List<Call> calls =
        scenario
            .scheduler()
            .holding(TickGroup.STOP, until)
            .calls(closing.minus(Duration.ofHours(1)), closing.plus(Duration.ofHours(3)));
    SimulatedInstance instance = new SimulatedInstance(true, calls, NO_RESTARTS);

    assertThat(instance.firstTime(false, closing)).isBetween(until, until.plus(Tick.INTERVAL));
  }

  private static Instant closingAfter(Scenario scenario, Instant opening) {
    Instant closing = opening;
    while (scenario.isOpen(closing)) {
      closing = closing.plusSeconds(60);
    }
    return closing;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void sleepHoldsStartAndServingUntilItsTimeAndNoLonger(Scenario scenario) {
    Instant opening = scenario.openings().get(20);
    Instant until = opening.plus(Duration.ofMinutes(33));
    List<Call> calls =
        scenario
            .scheduler()
            .holding(TickGroup.START, until)
            .calls(opening.minus(Duration.ofHours(1)), opening.plus(Duration.ofMinutes(55)));
    SimulatedInstance instance = new SimulatedInstance(false, calls, NO_RESTARTS);

    assertThat(instance.firstTime(true, opening)).isBetween(until, until.plus(Tick.INTERVAL));
    assertThat(calls)
        .filteredOn(call -> call.tick() == Tick.SERVING_ZERO)
        .allMatch(call -> !call.due().isBefore(until));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aHoldOnOnlySomeStopSchedulesWouldNotKeepItAwake(Scenario scenario) {
    List<String> stops = new ArrayList<>();
    TickSchedules.of(Optional.of(scenario.hours())).stream()
        .filter(schedule -> schedule.tick() == Tick.STOP)
        .forEach(schedule -> stops.add(schedule.name()));
    for (String missed : stops) {
      SimulatedScheduler scheduler = scenario.scheduler();
      stops.stream()
          .filter(name -> !name.equals(missed))
          .forEach(name -> scheduler.hold(name, scenario.end()));
      List<Call> calls = scheduler.calls(scenario.begin(), scenario.end());
      assertThat(calls).as("only %s not held", missed).anyMatch(call -> call.tick() == Tick.STOP);
    }
  }
}
