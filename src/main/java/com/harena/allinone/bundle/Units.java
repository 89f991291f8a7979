package com.harena.allinone.bundle;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Hours;
import com.harena.allinone.compose.ComposeCommand;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The systemd units of the host bundle, by their path under {@code /etc/systemd/system}. */
final class Units {
  /** What the boot starts once the services are healthy. */
  static final List<String> TIMERS = List.of("allinone-backup.timer");

  private static final List<String> NAMES =
      List.of(
          "allinone-backup-last.service",
          "allinone-backup.service",
          "allinone-backup.timer",
          "allinone-data.service",
          "docker.service.d/allinone.conf");

  private static final String BACKUP =
      String.join(" ", ComposeCommand.of("--profile", "backup", "run", "--rm", "backup"));

  private Units() {}

  static Map<String, String> of(Blueprint blueprint) {
    Map<String, String> units = new LinkedHashMap<>();
    for (String name : NAMES) {
      units.put(
          name,
          Resource.text("units/" + name)
              .replace("@calendar@", backupCalendar(blueprint))
              .replace("@backup@", BACKUP)
              .replace("@stop@", stop(blueprint)));
    }
    return units;
  }

  /** By the project's name: also when a boot came no further than the engine, without secrets. */
  private static String stop(Blueprint blueprint) {
    return "docker compose --project-name %s stop".formatted(blueprint.deployment());
  }

  /** When the backup runs, in systemd's form: open days only, in the zone of the opening hours. */
  static String backupCalendar(Blueprint blueprint) {
    String days = blueprint.hours().map(Units::days).orElse("");
    String zone = blueprint.hours().map(hours -> hours.zone().getId()).orElse("UTC");
    return "%s*-*-* %s:00 %s".formatted(days, blueprint.services().backup().at(), zone);
  }

  private static String days(Hours hours) {
    return hours.days().stream()
            .sorted()
            .map((DayOfWeek day) -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .collect(Collectors.joining(","))
        + " ";
  }
}
