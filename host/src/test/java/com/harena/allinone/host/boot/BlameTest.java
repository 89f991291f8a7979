package com.harena.allinone.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.HostBoot;
import com.harena.allinone.host.command.CommandResult;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlameTest {
  private final Path root = MemoryFolder.make();
  private final Stage stage = new Stage(root);

  @AfterEach
  void delete() {
    MemoryFolder.delete(root);
  }

  @Test
  void theBundleIsToBlameForServicesThatDoNotComeUp() {
    stage.machine.containers.upAnswer = new CommandResult(1, "", "container backend is unhealthy");

    assertThat(stage.boot()).isEqualTo(HostBoot.BUNDLE_FAILED);
    assertThat(said()).contains("failed at services:", "container backend is unhealthy");
    assertThat(stage.signals).isZero();
    assertThat(stage.cloud.parameter(Stage.PATH + "/ready")).isEmpty();
  }

  @Test
  void theBundleIsNotToBlameForAPortThatDockerHoldsForNoContainer() {
    stage.machine.containers.portHeld = true;

    assertThat(stage.boot()).as(said()).isEqualTo(HostBoot.SERVES);
    assertThat(stage.journal)
        .containsOnlyOnce(
            "services: port 10.0.0.10:8001 is already allocated, as Docker leaves it after a power cut; restarting the engine once, then trying again");
    assertThat(stage.machine.lines)
        .containsSubsequence("systemctl start docker.service", "systemctl restart docker.service");
  }

  @Test
  void theBundleIsNotToBlameForARegistryThatIsAway() {
    stage.machine.containers.pullAnswer = new CommandResult(1, "", "dial tcp: i/o timeout");
    assertThat(stage.boot()).isEqualTo(HostBoot.TRY_AGAIN);

    stage.machine.containers.pullAnswer = new CommandResult(1, "", "manifest unknown");
    assertThat(stage.boot()).isEqualTo(HostBoot.BUNDLE_FAILED);
  }

  @Test
  void theBundleIsToBlameForABackendThatDoesNotAnswer200() {
    stage.health = 503;

    assertThat(stage.boot()).isEqualTo(HostBoot.BUNDLE_FAILED);
    assertThat(said()).contains("http://10.0.0.10:8001/health answers with status 503, not 200");
  }

  @Test
  void theBundleIsToBlameForSettingsThatCannotBeRead() {
    stage.install(Stage.BUNDLES.resolve(Stage.GOOD) + "/host.json", "{}");

    assertThat(stage.boot()).isEqualTo(HostBoot.BUNDLE_FAILED);
  }

  private String said() {
    return String.join("\n", stage.journal);
  }
}
