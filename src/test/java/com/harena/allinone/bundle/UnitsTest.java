package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.compose.Blueprints;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  private final Blueprint blueprint = BlueprintLoader.load(UserDataTest.BLUEPRINT);

  /** Defect 13 of the set-up being replaced: its backup ran at 02:00 UTC, when it was shut down. */
  @Test
  void backsUpOnOpenDaysInTheZoneOfTheOpeningHours() {
    assertThat(Units.of(blueprint).get("allinone-backup.timer"))
        .contains("OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 21:00:00 Europe/Paris\n");
  }

  @Test
  void backsUpEveryDayWhenAlwaysOpen() throws IOException {
    Blueprint alwaysOpen =
        BlueprintLoader.parse(
            Files.readString(UserDataTest.BLUEPRINT)
                .replaceAll("(?ms)^hours:.*?^services:", "services:"));

    assertThat(BackupCalendar.of(alwaysOpen).text()).isEqualTo("*-*-* 21:00:00 UTC");
    assertThat(DrillCalendar.of(alwaysOpen).text()).isEqualTo("Sun *-*-* 03:00:00 UTC");
  }

  @Test
  void drillsInTheMiddleOfTheOpenHoursOfTheLastOpenDay() {
    assertThat(Units.of(blueprint).get("allinone-drill.timer"))
        .contains("OnCalendar=Fri *-*-* 15:00:00 Europe/Paris\n");
  }

  @Test
  void removesWhatADrillMadeHoweverItEnds() {
    assertThat(Units.of(blueprint).get("allinone-drill.service"))
        .contains("allinone.jar instance drill\n")
        .contains("\nExecStopPost=-docker compose ")
        .contains(" rm --force --stop --volumes drill-postgres drill-redis\n");
  }

  @Test
  void enablesNothingThatNeedsTheDataVolume() {
    assertThat(Units.of(blueprint).values()).noneMatch(unit -> unit.contains("[Install]"));
  }

  @Test
  void backsUpWithTheComposeFileThatServes() {
    assertThat(Units.of(blueprint).get("allinone-backup.service"))
        .contains(
            "ExecStart=docker compose --env-file /run/allinone/secrets.env --env-file"
                + " /run/allinone/compose.env --file /opt/allinone/current/compose.yaml --profile"
                + " backup run --rm --no-deps backup\n");
  }

  @Test
  void copiesTheBackupAndTellsTheOutcomeAlsoWhenItFailed() {
    assertThat(Units.of(blueprint).get("allinone-backup.service"))
        .contains("/run/allinone-command-line.lock /usr/bin/java -Xmx48m ")
        .contains("-jar /opt/allinone/current/allinone.jar instance upload\n")
        .contains("\nEnvironmentFile=/etc/allinone/machine.env\n");
  }

  /** Spot's notice and the boot are no such line: they never wait. */
  @ParameterizedTest
  @CsvSource({
    "allinone-backup.service, ExecStopPost, --timeout 10800",
    "allinone-drill.service, ExecStart, --timeout 10800",
    "allinone-metrics.service, ExecStart, --nonblock --conflict-exit-code 0",
  })
  void startsOneCommandLineAtATime(String unit, String key, String turn) {
    assertThat(Units.of(blueprint).get(unit))
        .contains(
            "\n%s=/usr/bin/flock --no-fork %s /run/allinone-command-line.lock /usr/bin/java "
                .formatted(key, turn));
  }

  @Test
  void letsNothingElseTakeATurnNorWaitForOne() {
    assertThat(
            Units.of(blueprint).values().stream()
                .flatMap(String::lines)
                .filter(line -> line.contains("flock ") || line.contains("/bin/java")))
        .hasSize(3)
        .allMatch(line -> line.contains("flock ") && line.contains("/bin/java"));
    assertThat(Resource.text("bin/spot") + Resource.text("allinone.service"))
        .doesNotContain("allinone-command-line.lock");
  }

  /** Nobody gives up while the longest of the others may still work. */
  @Test
  void waitsAsLongAsADrillMayTake() {
    assertThat(Units.of(blueprint).get("allinone-drill.service"))
        .contains("flock --no-fork --timeout %d ".formatted(Duration.ofHours(3).toSeconds()))
        .contains("\nTimeoutStartSec=3h\n");
  }

  @Test
  void stopsTheServicesBeforeTheEngineSoThatItStartsNoneByItself() {
    assertThat(Units.of(blueprint).get("docker.service.d/allinone.conf"))
        .contains(
            """
            ExecStop=-docker compose --project-name harena-production stop backend
            ExecStop=-docker compose --project-name harena-production stop
            """);
  }

  @Test
  void stopsTheProxyWithTheBackendBehindIt() {
    Blueprint proxied = Blueprints.harenaWith("origin: vpc", "origin: address");
    assertThat(Units.of(proxied).get("docker.service.d/allinone.conf"))
        .contains("ExecStop=-docker compose --project-name harena-production stop backend proxy\n");
  }

  @Test
  void leavesNoPlaceholder() {
    assertThat(Units.of(blueprint).values()).noneMatch(unit -> unit.contains("@"));
  }

  @Test
  void startsOnlyTimersThatItHas() {
    assertThat(Units.of(blueprint).keySet()).containsAll(Units.TIMERS);
  }
}
