package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The units as systemd reads them. */
class UnitsIT {
  private static Program systemdAnalyze;

  private final Blueprint blueprint = BlueprintLoader.load(UserDataTest.BLUEPRINT);
  @TempDir private Path folder;

  @BeforeAll
  static void findSystemd() {
    systemdAnalyze = Program.named("systemd-analyze");
  }

  @Test
  void satisfySystemd() throws IOException {
    Program.Result verdict = verify(Units.of(blueprint));

    assertThat(verdict.output()).isEmpty();
    assertThat(verdict.status()).isZero();
  }

  @Test
  void wouldNotSatisfySystemdWithAMisspeltKey() throws IOException {
    String unit = Units.of(blueprint).get("allinone-data.service");

    assertThat(
            verify(Map.of("allinone-data.service", unit.replace("ExecStop=", "ExecStp="))).output())
        .contains("ExecStp");
  }

  @Test
  void nameATimeThatSystemdUnderstands() {
    Program.Result calendar =
        systemdAnalyze.run(
            "calendar",
            "--base-time=2026-11-27 21:00:00 UTC",
            "--iterations=2",
            BackupCalendar.of(blueprint).text());

    assertThat(calendar.status()).isZero();
    assertThat(calendar.output())
        .contains("Mon..Fri *-*-* 21:00:00 Europe/Paris")
        .contains("Mon 2026-11-30 20:00:00 UTC");
  }

  private Program.Result verify(Map<String, String> units) throws IOException {
    Path system = Files.createDirectories(folder.resolve("etc/systemd/system"));
    List<String> arguments = new ArrayList<>(List.of("verify", "--man=no"));
    for (Map.Entry<String, String> unit : units.entrySet()) {
      Path file = system.resolve(unit.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, unit.getValue().replace("ExecStart=docker ", "ExecStart=/bin/true "));
      if (file.getParent().equals(system)) {
        arguments.add(file.toString());
      }
    }
    Path start = Files.writeString(system.resolve("allinone.service"), startUnit());
    Files.writeString(
        system.resolve("docker.service"), "[Service]\nType=exec\nExecStart=/bin/true\n");
    arguments.add(start.toString());
    return systemdAnalyze.run(arguments.toArray(String[]::new));
  }

  private static String startUnit() {
    return Resource.text("allinone.service").replace("/usr/local/sbin/allinone-start", "/bin/true");
  }
}
