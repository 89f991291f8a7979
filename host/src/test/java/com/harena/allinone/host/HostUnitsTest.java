package com.harena.allinone.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.host.backup.BackupUnit;
import com.harena.allinone.host.metrics.Beat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the host's code and the units that start it say alike. */
class HostUnitsTest {
  @TempDir private Path folder;
  private HostBundle bundle;

  @BeforeEach
  void make() throws IOException {
    Path blueprint = Path.of(System.getProperty("allinone.checkout"), "stacks", "harena.yaml");
    bundle =
        HostBundle.of(
            BlueprintLoader.load(blueprint),
            Files.writeString(folder.resolve("allinone.jar"), "jar"));
  }

  @Test
  void whoAsksForABackupWaitsAsLongAsItsUnitMayTake() {
    String unit = "allinone-backup.service";

    assertThat(time(unit, "TimeoutStartSec").plus(time(unit, "TimeoutStopSec")))
        .isEqualTo(BackupUnit.LIMIT);
  }

  /** The copy waits for the drill, and has an hour for itself then, as it has without. */
  @Test
  void theCopyOfABackupOutlastsADrill() {
    assertThat(time("allinone-backup.service", "TimeoutStopSec"))
        .isEqualTo(time("allinone-drill.service", "TimeoutStartSec").plus(Duration.ofHours(1)));
  }

  @Test
  void theMetricsComeAsOftenFromACommandAsFromTheirTimer() {
    assertThat(time("allinone-metrics.timer", "OnUnitActiveSec")).isEqualTo(Beat.PERIOD);
  }

  private Duration time(String unit, String key) {
    String value =
        bundle
            .text("units/" + unit)
            .lines()
            .filter(line -> line.startsWith(key + "="))
            .findFirst()
            .orElseThrow(() -> new AssertionError(unit + " has no " + key))
            .substring(key.length() + 1);
    return Duration.parse("PT" + value.replace("min", "m"));
  }
}
