package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupCalendarTest {
  private static final String OPEN_DAYS =
      "[Timer]\nOnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 21:00:00 Europe/Paris\nPersistent=true\n";

  /** 23 November 2026 is a Monday; Paris leaves summer time on 25 October. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-24T19:59:59Z, 2026-11-23T20:00:00Z",
    "2026-11-24T20:00:00Z, 2026-11-24T20:00:00Z",
    "2026-11-28T12:00:00Z, 2026-11-27T20:00:00Z",
    "2026-11-30T19:00:00Z, 2026-11-27T20:00:00Z",
    "2026-10-26T07:00:00Z, 2026-10-23T19:00:00Z"
  })
  void isDueOnOpenDaysByTheClockOfItsZone(Instant moment, Instant due) {
    assertThat(BackupCalendar.ofUnit(OPEN_DAYS).lastDue(moment)).isEqualTo(due);
  }

  @Test
  void isDueEveryDayWithoutDays() {
    BackupCalendar calendar = BackupCalendar.ofUnit("OnCalendar=*-*-* 02:30:00 UTC\n");

    assertThat(calendar.lastDue(Instant.parse("2026-11-29T02:29:00Z")))
        .isEqualTo(Instant.parse("2026-11-28T02:30:00Z"));
  }

  @Test
  void isReadFromTheUnitAsTheBlueprintWroteIt() {
    Blueprint blueprint = BlueprintLoader.load(UserDataTest.BLUEPRINT);

    assertThat(BackupCalendar.ofUnit(Units.of(blueprint).get("allinone-backup.timer")))
        .isEqualTo(BackupCalendar.of(blueprint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OnCalendar=daily", "OnCalendar=Mo *-*-* 21:00:00 UTC"})
  void refusesAnotherForm(String unit) {
    assertThatThrownBy(() -> BackupCalendar.ofUnit(unit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OnCalendar=");
  }
}
