package com.harena.allinone.bundle;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.OriginAccess;
import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.compose.DrillServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The systemd units of the host bundle, by their path under {@code /etc/systemd/system}. */
final class Units {
  /** What the boot starts once the services are healthy. */
  static final List<String> TIMERS =
      List.of(
          "allinone-backup.timer",
          "allinone-drill.timer",
          "allinone-metrics.timer",
          "allinone-interruption.service");

  private static final List<String> NAMES =
      List.of(
          "allinone-backup-last.service",
          "allinone-backup.service",
          "allinone-backup.timer",
          "allinone-data.service",
          "allinone-drill.service",
          "allinone-drill.timer",
          "allinone-interruption.service",
          "allinone-metrics.service",
          "allinone-metrics.timer",
          "docker.service.d/allinone.conf");

  private static final String BACKUP =
      String.join(
          " ", ComposeCommand.of("--profile", "backup", "run", "--rm", "--no-deps", "backup"));

  private static final String UNDRILL =
      String.join(
          " ",
          ComposeCommand.of(
              "--profile",
              DrillServices.PROFILE,
              "rm",
              "--force",
              "--stop",
              "--volumes",
              DrillServices.POSTGRES,
              DrillServices.REDIS));

  /** Small, with one collector thread and the quick compiler: it runs beside the services. */
  private static final String ALLINONE =
      "/usr/bin/java -Xmx48m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
          + " -XX:+ExitOnOutOfMemoryError -jar /opt/allinone/current/allinone.jar";

  private static final String LOCK = "/run/allinone-command-line.lock";

  /**
   * In front of a command line that waits until it is the only one: for as long as the longest of
   * the others may work, which is the drill.
   */
  private static final String ALONE = "/usr/bin/flock --no-fork --timeout 10800 " + LOCK;

  /** In front of one that is left out, as done, while another works. */
  private static final String UNLESS_BUSY =
      "/usr/bin/flock --no-fork --nonblock --conflict-exit-code 0 " + LOCK;

  private Units() {}

  static Map<String, String> of(Blueprint blueprint) {
    Map<String, String> units = new LinkedHashMap<>();
    for (String name : NAMES) {
      units.put(
          name,
          Resource.text("units/" + name)
              .replace("@calendar@", BackupCalendar.of(blueprint).text())
              .replace("@drill-calendar@", DrillCalendar.of(blueprint).text())
              .replace("@backup@", BACKUP)
              .replace("@undrill@", UNDRILL)
              .replace("@alone@", ALONE)
              .replace("@unless-busy@", UNLESS_BUSY)
              .replace("@allinone@", ALLINONE)
              .replace("@stop-writers@", stop(blueprint) + " " + writers(blueprint))
              .replace("@stop@", stop(blueprint)));
    }
    return units;
  }

  private static String writers(Blueprint blueprint) {
    return blueprint.edge().origin() == OriginAccess.ADDRESS
        ? ComposeCommand.BACKEND + " proxy"
        : ComposeCommand.BACKEND;
  }

  /** By the project's name: also when a boot came no further than the engine, without secrets. */
  private static String stop(Blueprint blueprint) {
    return "docker compose --project-name %s stop".formatted(blueprint.deployment());
  }
}
