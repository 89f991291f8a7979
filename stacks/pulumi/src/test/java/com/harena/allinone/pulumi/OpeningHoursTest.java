package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
  private static final String HOURS =
      """
      hours:
        zone: Europe/Paris
        days: [mon, tue, wed, thu, fri]
        open: "08:00"
        close: "22:00"
      """;

  private static Recording recording;

  @BeforeAll
  static void makeTheSchedules() {
    recording = hours(Sample.blueprint());
  }

  private static Recording hours(Blueprint blueprint) {
    return EdgeProgram.part(
        blueprint,
        stage -> {
          new Network(stage);
          new OpeningHours(stage, EdgeProgram.known("i-1"), List.of(EdgeProgram.gate(stage)));
        });
  }

  private static List<Registered> schedules(Recording of) {
    return of.all().stream()
        .filter(resource -> resource.type().equals("aws:scheduler/schedule:Schedule"))
        .toList();
  }

  @Test
  void namesTheSchedulesAsTheReviewedTemplateDoes() {
    assertThat(schedules(recording))
        .extracting(Registered::name)
        .containsExactly(
            "OpeningHoursServingZero194379033",
            "OpeningHoursStart13C17FF27",
            "OpeningHoursStop1836F3929",
            "OpeningHoursStop222A020FD");
  }

  @Test
  void startsTheInstanceEveryFiveMinutesOfOpenHours() {
    assertThat(recording.resource("OpeningHoursStart13C17FF27").inputs())
        .containsAllEntriesOf(
            Map.of(
                "groupName", "harena-production-start",
                "scheduleExpression", "cron(0/5 8-21 ? * MON-FRI *)",
                "scheduleExpressionTimezone", "Europe/Paris",
                "flexibleTimeWindow", Map.of("mode", "OFF"),
                "target",
                    Map.of(
                        "arn",
                        "arn:aws:scheduler:::aws-sdk:ec2:startInstances",
                        "roleArn",
                        "arn:aws:test:eu-west-3:123456789012:ref:"
                            + LogicalId.of("OpeningHours", "Role"),
                        "input",
                        "{\"InstanceIds\":[\"i-1\"]}",
                        "retryPolicy",
                        Map.of("maximumRetryAttempts", 0.0, "maximumEventAgeInSeconds", 60.0))));
  }

  @Test
  void comesAfterWhatMustComeBefore() {
    assertThat(schedules(recording))
        .allSatisfy(schedule -> assertThat(schedule.madeAfter()).containsExactly(EdgeProgram.GATE));
  }

  @Test
  void letsSchedulesOfItsGroupsStartAndStopOwnInstances() {
    Registered role = recording.resource(LogicalId.of("OpeningHours", "Role"));

    assertThat(role.text("assumeRolePolicy"))
        .contains(
            "\"aws:SourceArn\":[\"arn:aws:test:eu-west-3:123456789012:ref:OpeningHoursStarts8340F565\","
                + "\"arn:aws:test:eu-west-3:123456789012:ref:OpeningHoursStops439F0E3F\"]",
            "\"aws:SourceAccount\":\"123456789012\"",
            "scheduler.amazonaws.com");
    assertThat(role.inputs().get("inlinePolicies").toString())
        .contains(
            "name=ticks",
            "\"Action\":[\"ec2:StartInstances\",\"ec2:StopInstances\"]",
            "\"aws:ResourceTag/allinone:deployment\":\"harena-production\"",
            "\"cloudwatch:namespace\":\"Allinone/harena-production\"");
  }

  @Test
  void onlyTicksTheZeroWithoutHours() {
    Recording always = hours(Sample.blueprint(HOURS, ""));

    assertThat(schedules(always))
        .singleElement()
        .satisfies(schedule -> assertThat(schedule.name()).contains("OpeningHoursServingZero1"));
    assertThat(always.all())
        .extracting(Registered::name)
        .doesNotContain("OpeningHoursStops439F0E3F");
    assertThat(always.resource(LogicalId.of("OpeningHours", "Role")).inputs().toString())
        .doesNotContain("ec2:StartInstances");
  }
}
