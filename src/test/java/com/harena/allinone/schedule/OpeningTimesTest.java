package com.harena.allinone.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTimesTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final OpeningTimes TIMES =
      new OpeningTimes(
          new Hours(
              PARIS,
              List.of(
                  DayOfWeek.MONDAY,
                  DayOfWeek.TUESDAY,
                  DayOfWeek.WEDNESDAY,
                  DayOfWeek.THURSDAY,
                  DayOfWeek.FRIDAY),
              LocalTime.of(8, 0),
              LocalTime.of(22, 0)));

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T07:59:59,false", // a Friday
    "2026-11-27T08:00,true",
    "2026-11-27T21:59:59,true",
    "2026-11-27T22:00,false",
    "2026-11-28T12:00,false",
  })
  void isOpenFromTheFirstMinuteToBeforeTheLast(String local, boolean open) {
    assertThat(TIMES.openAt(at(local))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T15:00,2026-11-27T22:00",
    "2026-11-27T22:00,2026-11-27T22:00",
    "2026-11-27T23:31:01,2026-11-27T23:35",
    "2026-11-28T12:00,2026-11-28T12:00",
    "2026-11-30T09:00,2026-11-30T22:00",
  })
  void stopsAtTheFirstTickOfClosedHours(String from, String stop) {
    assertThat(TIMES.firstStop(at(from))).isEqualTo(at(stop));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T22:00,2026-11-30T08:00",
    "2026-11-27T07:00,2026-11-27T08:00",
    "2026-11-27T10:02,2026-11-27T10:05",
    "2026-11-27T21:56,2026-11-30T08:00",
  })
  void startsAtTheFirstTickOfOpenHours(String from, String start) {
    assertThat(TIMES.firstStart(at(from))).isEqualTo(at(start));
  }

  @Test
  void opensAtTheSameLocalTimeAfterAChangeOfTheClock() {
    assertThat(TIMES.firstStart(at("2026-10-23T22:00")))
        .isEqualTo(Instant.parse("2026-10-26T07:00:00Z"));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }
}
