package com.harena.allinone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SleepPageTest {
  @Test
  void saysWhenTheApplicationIsOpen() {
    assertThat(page(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY))
        .contains("<p>Open Monday to Wednesday, 08:00 to 17:45 (Europe/Paris).</p>");
    assertThat(page(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)).contains("Open Monday, Sunday, 08:00");
    assertThat(page(DayOfWeek.values())).contains("Open every day, 08:00");
    assertThat(SleepPage.html(Optional.empty())).contains("starting or being looked after");
  }

  private static String page(DayOfWeek... days) {
    return SleepPage.html(
        Optional.of(
            new Hours(
                ZoneId.of("Europe/Paris"),
                List.of(days),
                LocalTime.of(8, 0),
                LocalTime.of(17, 45))));
  }

  @Test
  void loadsNothingElseAndRunsNoScript() {
    assertThat(page(DayOfWeek.MONDAY))
        .startsWith("<!doctype html>")
        .doesNotContain("src=", "href=", "url(", "http:", "https:", "<script", "@HOURS@");
  }

  @Test
  void liesUnderThePrefixThatUploadsOfTheSiteLeaveAlone() {
    assertThat(SleepPage.KEY).isEqualTo("_allinone/sleep.html").startsWith(SleepPage.PREFIX);
  }
}
