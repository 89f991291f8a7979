package com.harena.allinone.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.schedule.SimulatedScheduler.Call;
import com.harena.allinone.schedule.SimulatedScheduler.RepeatedHour;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Defects 11 and 12 of the set-up being replaced, and proof that the simulation would see them. */
class ReplacedScheduleDefectsTest {
  private static final Scenario OFFICE = new Scenario(Scenario.OFFICE, RepeatedHour.FIRST);
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void defect11TargetsAreApiCallsAndNeverAnInstance() {
    for (TickSchedule schedule : TickSchedules.of(Optional.of(Scenario.OFFICE))) {
      assertThat(schedule.tick().targetArn())
          .startsWith("arn:aws:scheduler:::aws-sdk:")
          .doesNotContain(":instance/");
    }
    assertThat(Tick.START.targetArn()).endsWith(":ec2:startInstances");
    assertThat(Tick.STOP.targetArn()).endsWith(":ec2:stopInstances");
    assertThat(Tick.SERVING_ZERO.targetArn()).endsWith(":cloudwatch:putMetricData");
    assertThat(Tick.STOP.input("i-1", "Allinone/x", "Serving"))
        .isEqualTo("{\"InstanceIds\":[\"i-1\"]}");
    assertThat(Tick.SERVING_ZERO.input("i-1", "Allinone/x", "Serving"))
        .isEqualTo(
            "{\"Namespace\":\"Allinone/x\",\"MetricData\":[{\"MetricName\":\"Serving\",\"Value\":0}]}");
  }

  @Test
  void defect12HoursFollowTheLocalClockAndWeekendsStayClosed() {
    assertThat(minutesWrong(TickSchedules.of(Optional.of(Scenario.OFFICE)))).isZero();
    // Late in the morning and long in the evening, by one hour in winter and two in summer.
    assertThat(minutesWrong(replacedSchedules(UTC))).isGreaterThan(280 * 2 * 60);
    // On the local clock, but open on all 113 Saturdays and Sundays, each with a wrong start.
    assertThat(minutesWrong(replacedSchedules(PARIS))).isEqualTo(113 * (14 * 60 + 1));
  }

  /** What was there: one start and one stop a day, every day. */
  private static List<TickSchedule> replacedSchedules(ZoneId zone) {
    return List.of(
        new TickSchedule("start", Tick.START, "cron(0 8 * * ? *)", zone),
        new TickSchedule("stop", Tick.STOP, "cron(0 22 * * ? *)", zone));
  }

  @Test
  void theSimulationSeesEveryWrongField() {
    List<TickSchedule> right = TickSchedules.of(Optional.of(Scenario.OFFICE));
    for (String[] wrong :
        new String[][] {
          {"8-21", "8-22"},
          {"8-21", "7-21"},
          {"8-21", "9-21"},
          {"MON-FRI", "SUN-FRI"},
          {"MON-FRI", "MON-THU"},
          {"0-7,22,23", "0-7,21-23"},
          {"0-7,22,23", "0-7,23"},
        }) {
      List<TickSchedule> changed =
          right.stream()
              .map(
                  schedule ->
                      new TickSchedule(
                          schedule.name(),
                          schedule.tick(),
                          schedule.expression().replace(wrong[0], wrong[1]),
                          schedule.zone()))
              .toList();
      assertThat(minutesWrong(changed)).as("%s instead of %s", wrong[1], wrong[0]).isPositive();
    }
  }

  /** Minutes in the wrong state, and calls at the wrong time that another call hides. */
  private static long minutesWrong(List<TickSchedule> schedules) {
    List<Call> calls = new SimulatedScheduler(schedules).calls(OFFICE.begin(), OFFICE.end());
    SimulatedInstance instance = new SimulatedInstance(false, calls, Collections.emptySortedSet());
    long hidden =
        calls.stream()
            .filter(call -> OFFICE.isOpen(call.arrival()) == (call.tick() == Tick.STOP))
            .count();
    return hidden
        + OFFICE
            .minutes()
            .filter(minute -> instance.runsAt(minute) != OFFICE.isOpen(minute))
            .count();
  }
}
