package com.harena.allinone.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.HostBoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle that core makes of the blueprint has everything that the boot looks for. */
class CoreBundleTest {
  @TempDir private Path folder;

  @Test
  void theBundleOfTheBlueprintBoots() throws IOException {
    Path root = MemoryFolder.make();
    Stage stage = new Stage(root);
    Blueprint blueprint =
        BlueprintLoader.load(
            Path.of(System.getProperty("allinone.checkout"), "stacks", "harena.yaml"));
    Path jar = Files.writeString(folder.resolve("allinone.jar"), "jar");
    String sha256 = "d".repeat(64);
    HostBundle bundle = HostBundle.of(blueprint, jar);
    for (String path : bundle.paths()) {
      stage.install(Stage.BUNDLES.resolve(sha256).resolve(path).toString(), bundle.text(path));
    }
    stage.install(Stage.BUNDLES.resolve(sha256) + "/artefacts.json", "{\"artefacts\":[]}");
    stage.name(sha256);
    for (String secret : HostSettings.of(blueprint).secrets()) {
      stage.cloud.secret(blueprint.parameterPath() + "/secrets/" + secret, "set");
    }

    assertThat(stage.boot(sha256, CrashPoint.never()))
        .as(String.join("\n", stage.journal))
        .isEqualTo(HostBoot.SERVES);

    assertThat(stage.machine.loadedUnits.keySet())
        .contains(
            Path.of("/etc/systemd/system/allinone-data.service"),
            Path.of("/etc/systemd/system/docker.service.d/allinone.conf"));
    assertThat(bundle.text("units/allinone-data.service"))
        .contains("DATA_UUID", "/etc/allinone/data.env");
    assertThat(stage.machine.active).containsAll(HostSettings.of(blueprint).timers());
    MemoryFolder.delete(root);
  }
}
