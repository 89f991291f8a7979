package com.harena.allinone.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.blueprint.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TickSchedulesTest {
  private static final LocalDate A_MONDAY = LocalDate.of(2026, 11, 2);
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void officeHoursComeToFourSchedules() {
    assertThat(TickSchedules.of(Optional.of(Scenario.OFFICE)))
        .containsExactly(
            new TickSchedule("start-1", Tick.START, "cron(0/5 8-21 ? * MON-FRI *)", PARIS),
            new TickSchedule(
                "serving-zero-1", Tick.SERVING_ZERO, "cron(0/5 8-21 ? * MON-FRI *)", PARIS),
            new TickSchedule("stop-1", Tick.STOP, "cron(0/5 0-7,22,23 ? * MON-FRI *)", PARIS),
            new TickSchedule("stop-2", Tick.STOP, "cron(0/5 * ? * SUN,SAT *)", PARIS));
  }

  @Test
  void hoursOffTheFullHourComeToAsFewAsPossible() {
    assertThat(expressions(Tick.START, "08:30", "18:00", DayOfWeek.values()))
        .containsExactly("cron(30/5 8 * * ? *)", "cron(0/5 9-17 * * ? *)");
    assertThat(expressions(Tick.START, "08:30", "17:30", DayOfWeek.MONDAY))
        .containsExactly("cron(0,5,10,15,20,25 9-17 ? * MON *)", "cron(30/5 8-16 ? * MON *)");
    assertThat(expressions(Tick.START, "08:30", "17:45", Scenario.weekdays())).hasSize(3);
    assertThat(expressions(Tick.STOP, "08:30", "17:45", Scenario.weekdays())).hasSize(4);
    assertThat(expressions(Tick.STOP, "00:00", "23:55", DayOfWeek.values()))
        .containsExactly("cron(55 23 * * ? *)");
  }

  private static List<String> expressions(Tick tick, String open, String close, DayOfWeek... days) {
    return TickSchedules.of(Optional.of(Scenario.hours("Europe/Paris", open, close, days))).stream()
        .filter(schedule -> schedule.tick() == tick)
        .map(TickSchedule::expression)
        .toList();
  }

  @Test
  void everyTickOfTheWeekHasExactlyItsActionForAnyHours() {
    List<DayOfWeek> days = List.of(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY);
    // 25 minutes meet every position within the hour.
    for (int open = 0; open < 24 * 60; open += 25) {
      for (int close = open + 5; close < 24 * 60; close += 25) {
        assertExact(new Hours(PARIS, days, time(open), time(close)));
      }
    }
  }

  @Test
  void everyTickOfTheWeekHasExactlyItsActionOnAnySetOfDays() {
    for (int set = 1; set < 128; set++) {
      List<DayOfWeek> days = new ArrayList<>();
      for (DayOfWeek day : DayOfWeek.values()) {
        if ((set >> (day.getValue() - 1) & 1) == 1) {
          days.add(day);
        }
      }
      assertExact(new Hours(PARIS, days, time(8 * 60 + 30), time(17 * 60 + 45)));
    }
  }

  private static LocalTime time(int minuteOfDay) {
    return LocalTime.ofSecondOfDay(minuteOfDay * 60L);
  }

  private static void assertExact(Hours hours) {
    List<TickSchedule> schedules = TickSchedules.of(Optional.of(hours));
    List<CronText> starts = crons(schedules, Tick.START);
    List<CronText> zeros = crons(schedules, Tick.SERVING_ZERO);
    List<CronText> stops = crons(schedules, Tick.STOP);
    for (int minute = 0; minute < 7 * 24 * 60; minute += 5) {
      LocalDateTime when = A_MONDAY.atStartOfDay().plusMinutes(minute);
      boolean open =
          hours.days().contains(when.getDayOfWeek())
              && !when.toLocalTime().isBefore(hours.open())
              && when.toLocalTime().isBefore(hours.close());
      long expectedStarts =
          starts.stream().filter(cron -> cron.names(SimulatedClock.minuteOfWeek(when))).count();
      long expectedZeros =
          zeros.stream().filter(cron -> cron.names(SimulatedClock.minuteOfWeek(when))).count();
      long expectedStops =
          stops.stream().filter(cron -> cron.names(SimulatedClock.minuteOfWeek(when))).count();
      if (expectedStarts != (open ? 1 : 0)
          || expectedZeros != (open ? 1 : 0)
          || expectedStops != (open ? 0 : 1)) {
        throw new AssertionError("%s at %s: %s".formatted(hours, when, schedules));
      }
    }
  }

  private static List<CronText> crons(List<TickSchedule> schedules, Tick tick) {
    return schedules.stream()
        .filter(schedule -> schedule.tick() == tick)
        .map(schedule -> new CronText(schedule.expression()))
        .toList();
  }

  @Test
  void withoutHoursOnlyTheZeroOfServingTicksAndAlways() {
    assertThat(TickSchedules.of(Optional.empty()))
        .containsExactly(
            new TickSchedule(
                "serving-zero-1", Tick.SERVING_ZERO, "cron(0/5 * * * ? *)", ZoneId.of("UTC")));
  }

  @Test
  void refusesHoursThatHaveNoTicks() {
    assertThatThrownBy(() -> expressions(Tick.START, "22:00", "08:00", DayOfWeek.MONDAY))
        .hasMessageContaining("from 22:00 to 08:00");
    assertThatThrownBy(() -> expressions(Tick.START, "08:02", "22:00", DayOfWeek.MONDAY))
        .hasMessageContaining("open at 08:02");
    assertThatThrownBy(() -> expressions(Tick.START, "08:00", "22:00"))
        .hasMessageContaining("no open day");
  }

  @Test
  void retriesNothingAndDropsWhatIsAMinuteLate() {
    assertThat(Tick.INTERVAL).isEqualTo(Duration.ofMinutes(5));
    assertThat(Tick.MAXIMUM_RETRY_ATTEMPTS).isZero();
    assertThat(Tick.MAXIMUM_EVENT_AGE).isEqualTo(Duration.ofSeconds(60));
  }
}
