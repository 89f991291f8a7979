package com.harena.allinone.schedule;

import com.harena.allinone.blueprint.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The schedules that opening hours come to.
 *
 * <p>With hours: a start tick at every five minutes of open hours, a stop tick at every other, and
 * the zero of the metric {@code Serving} beside each start tick. A local time that a change to
 * summer time leaves out has no tick; one that the change back repeats has its tick once only, as
 * EventBridge Scheduler documents it; an instance that Spot restarts in that one hour may run until
 * its end.
 *
 * <p>Without hours nothing is ever started or stopped, but the zero ticks round the clock: the
 * deployment is always open, and only they make an absent host noticeable.
 */
public final class TickSchedules {
  private TickSchedules() {}

  /** All schedules of these hours, start first, then the zeros of {@code Serving}, then stop. */
  public static List<TickSchedule> of(Optional<Hours> hours) {
    return hours.map(TickSchedules::of).orElseGet(TickSchedules::alwaysOpen);
  }

  private static List<TickSchedule> of(Hours hours) {
    requireTicks(hours);
    Set<DayOfWeek> openDays = EnumSet.copyOf(hours.days());
    Set<DayOfWeek> closedDays = EnumSet.complementOf(EnumSet.copyOf(hours.days()));
    List<CronBlock> open = new DayTicks(time -> isOpen(hours, time)).blocks(openDays);
    List<CronBlock> closed =
        new ArrayList<>(new DayTicks(time -> !isOpen(hours, time)).blocks(openDays));
    if (!closedDays.isEmpty()) {
      closed.addAll(new DayTicks(time -> true).blocks(closedDays));
    }
    List<TickSchedule> schedules = new ArrayList<>();
    schedules.addAll(schedules(Tick.START, open, hours.zone()));
    schedules.addAll(schedules(Tick.SERVING_ZERO, open, hours.zone()));
    schedules.addAll(schedules(Tick.STOP, closed, hours.zone()));
    return List.copyOf(schedules);
  }

  private static List<TickSchedule> alwaysOpen() {
    List<CronBlock> always = new DayTicks(time -> true).blocks(EnumSet.allOf(DayOfWeek.class));
    return schedules(Tick.SERVING_ZERO, always, ZoneId.of("UTC"));
  }

  private static boolean isOpen(Hours hours, LocalTime time) {
    return !time.isBefore(hours.open()) && time.isBefore(hours.close());
  }

  private static List<TickSchedule> schedules(Tick tick, List<CronBlock> blocks, ZoneId zone) {
    List<TickSchedule> schedules = new ArrayList<>();
    for (CronBlock block : blocks) {
      String name = tick.label() + "-" + (schedules.size() + 1);
      schedules.add(new TickSchedule(name, tick, block.expression(), zone));
    }
    return schedules;
  }

  private static void requireTicks(Hours hours) {
    if (hours.days().isEmpty()) {
      throw new IllegalArgumentException(
          "opening hours have no open day; allowed is one to seven; leave the hours out for an"
              + " instance that never stops");
    }
    if (!hours.open().isBefore(hours.close())) {
      throw new IllegalArgumentException(
          "opening hours from %s to %s: opening must come before closing on the same day"
              .formatted(hours.open(), hours.close()));
    }
    requireTick("open", hours.open());
    requireTick("close", hours.close());
  }

  private static void requireTick(String which, LocalTime time) {
    if (time.toSecondOfDay() % Tick.INTERVAL.toSeconds() != 0) {
      throw new IllegalArgumentException(
          "opening hours %s at %s: allowed are multiples of five minutes, such as 08:00 or 17:45"
              .formatted(which, time));
    }
  }
}
