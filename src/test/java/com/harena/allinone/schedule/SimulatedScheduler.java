package com.harena.allinone.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * EventBridge Scheduler over simulated time: which API calls arrive at which instant.
 *
 * <p>A local time that does not exist has no call; one that exists twice has one call, on the first
 * or on the second occasion (AWS says "once", not which).
 */
public final class SimulatedScheduler {
  /** On which of two equal local times a schedule runs. */
  public enum RepeatedHour {
    FIRST,
    SECOND
  }

  /** One call. */
  public record Call(Instant due, Instant arrival, Tick tick) {}

  private final List<TickSchedule> schedules;
  private final Map<String, Instant> startDates = new HashMap<>();
  private RepeatedHour repeatedHour = RepeatedHour.FIRST;
  private Function<Call, Optional<Duration>> lateness = call -> Optional.of(Duration.ZERO);

  public SimulatedScheduler(List<TickSchedule> schedules) {
    this.schedules = List.copyOf(schedules);
  }

  public SimulatedScheduler with(RepeatedHour occasion) {
    repeatedHour = occasion;
    return this;
  }

  /** How late each call arrives; a call that would be older than the event age is dropped. */
  public SimulatedScheduler delivering(Function<Call, Optional<Duration>> delay) {
    lateness = delay;
    return this;
  }

  /** What a hold does: moves the start date of the schedules of one kind. */
  public SimulatedScheduler holding(TickGroup group, Instant until) {
    schedules.stream()
        .filter(schedule -> schedule.tick().group() == group)
        .forEach(schedule -> hold(schedule.name(), until));
    return this;
  }

  public SimulatedScheduler hold(String name, Instant until) {
    startDates.put(name, until);
    return this;
  }

  /** All calls due from one instant until another, in the order in which they arrive. */
  public List<Call> calls(Instant from, Instant until) {
    List<Call> calls = new ArrayList<>();
    for (TickSchedule schedule : schedules) {
      CronText cron = new CronText(schedule.expression());
      SimulatedClock clock = SimulatedClock.of(schedule.zone());
      Instant startDate = startDates.getOrDefault(schedule.name(), Instant.MIN);
      for (long second = from.getEpochSecond(); second < until.getEpochSecond(); second += 60) {
        if (cron.names(clock.minuteOfWeek(second))) {
          Instant due = Instant.ofEpochSecond(second);
          if (!due.isBefore(startDate) && isItsOccasion(clock, due)) {
            deliver(new Call(due, due, schedule.tick())).ifPresent(calls::add);
          }
        }
      }
    }
    calls.sort(Comparator.comparing(Call::arrival));
    return calls;
  }

  private boolean isItsOccasion(SimulatedClock clock, Instant due) {
    return !clock.isRepeated(due) || clock.isSecond(due) == (repeatedHour == RepeatedHour.SECOND);
  }

  private Optional<Call> deliver(Call call) {
    return lateness
        .apply(call)
        .filter(late -> late.compareTo(Tick.MAXIMUM_EVENT_AGE) <= 0)
        .map(late -> new Call(call.due(), call.due().plus(late), call.tick()));
  }
}
