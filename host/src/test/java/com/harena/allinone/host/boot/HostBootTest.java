package com.harena.allinone.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.HostBoot;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.web.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostBootTest {
  private final Path root = MemoryFolder.make();
  private final Stage stage = new Stage(root);

  @AfterEach
  void delete() {
    MemoryFolder.delete(root);
  }

  @Test
  void aNewMachineServesAndTellsTheStack() {
    assertThat(stage.boot()).as(said()).isEqualTo(HostBoot.SERVES);

    assertThat(stage.state())
        .containsEntry("mounted", "truetrue")
        .containsEntry("running", "[everything, postgres]")
        .containsEntry("ready", Stage.SELF)
        .containsEntry("swap", "[/swapfile]")
        .containsEntry("violations", "[][]")
        .containsEntry("left over", "[]");
    assertThat(stage.signals).isEqualTo(1);
    assertThat(stage.machine.active).contains("allinone-backup.timer");
  }

  @Test
  void secretsAreInARootOnlyFileAndNowhereElse() throws IOException {
    stage.boot();
    String password = stage.machine.containers.password();

    Path secrets = stage.machine.disk.real(Path.of("/run/allinone/secrets.env"));
    assertThat(Files.getPosixFilePermissions(secrets)).isEqualTo(FileMode.SECRET.permissions());
    assertThat(Files.readString(secrets)).contains(password);
    assertThat(password).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(said()).doesNotContain(password).doesNotContain("s3cr3t");
    assertThat(String.join("\n", stage.machine.lines)).doesNotContain(password);
  }

  @Test
  void aSecondRunOnAServingMachineChangesNothing() {
    stage.boot();
    Map<String, String> before = stage.state();
    stage.machine.lines.clear();

    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);

    assertThat(stage.state()).isEqualTo(before);
    assertThat(stage.machine.lines)
        .noneMatch(line -> line.contains("mkfs") || line.contains("mkswap"))
        .noneMatch(line -> line.contains("daemon-reload"))
        .noneMatch(line -> line.startsWith("systemctl start docker"))
        .noneMatch(line -> line.startsWith("systemctl restart"))
        .noneMatch(line -> line.contains("fetch-config") || line.contains("down"));
    assertThat(stage.signals).isEqualTo(1);
  }

  @Test
  void aNewBundleIsAppliedToTheServingMachine() {
    stage.boot();
    String next = "b".repeat(64);
    stage.bundle(next, "two", Stage.settings("DATABASE_PASSWORD", "REDIS_PASSWORD"));
    stage.name(next);
    stage.machine.lines.clear();

    assertThat(stage.boot(next, CrashPoint.never())).as(said()).isEqualTo(HostBoot.SERVES);

    assertThat(stage.machine.loadedUnits.toString())
        .contains("# two", "allinone-two.service")
        .doesNotContain("one.service=")
        .doesNotContain("# one");
    assertThat(stage.machine.agentSettings).contains("two");
    assertThat(stage.machine.lines)
        .noneMatch(line -> line.matches("systemctl (re)?start docker.*"));
    assertThat(stage.cloud.calls()).hasSize(1);
  }

  @Test
  void startsAgainWhenAnotherBundleIsNamedWhileItWaited() {
    stage.name("c".repeat(64));

    assertThat(stage.boot()).isEqualTo(HostBoot.TRY_AGAIN);
    assertThat(said()).contains("names bundle " + "c".repeat(64) + " by now");
    assertThat(stage.machine.mounted).isFalse();
  }

  @Test
  void theLastGoodBundleServesWhileTheNamedOneHasFailedHere() {
    stage.name("c".repeat(64));
    stage.install("/opt/allinone/failed/" + "c".repeat(64), "");

    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
  }

  @Test
  void takesTheVolumeFromTheOldInstance() {
    stage.cloud.volume(Stage.VOLUME).attachedTo(Stage.OTHER);
    stage.cloud.mount(Stage.VOLUME, Stage.OTHER);

    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);

    assertThat(stage.cloud.instance(Stage.OTHER).state()).isEqualTo(InstanceState.STOPPED);
    assertThat(stage.cloud.violations()).isEmpty();
  }

  @Test
  void aVolumeThatAppearsAMinuteLateIsAwaited() {
    stage.deviceDelay = Duration.ofSeconds(90);

    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
    assertThat(said()).contains("waiting for the disk of " + Stage.VOLUME);
  }

  @Test
  void theFileSystemIsGrownOnceTheVolumeHasGrown() {
    stage.boot();
    MemoryDisk grown = new MemoryDisk(stage.machine.disk.real(MemoryMachine.DEVICE), 96L << 20);

    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);

    assertThat(grown.fileSystemSize()).isEqualTo(96L << 20);
    assertThat(said()).contains("the file system on /dev/nvme1n1 now fills it");
  }

  @Test
  void aDiskThatNeverAppearsIsNamed() {
    stage.deviceDelay = Duration.ofDays(1);

    assertThat(stage.boot()).isEqualTo(HostBoot.TRY_AGAIN);
    assertThat(said()).contains("no disk with serial vol0000000000000000d appeared");
  }

  @Test
  void aMissingSecretIsNamedWithTheWordsToSetIt() {
    stage.bundle(Stage.GOOD, "one", Stage.settings("DATABASE_PASSWORD", "API_KEY", "MAIL_KEY"));

    assertThat(stage.boot()).isEqualTo(HostBoot.TRY_AGAIN);
    assertThat(said()).contains("secrets [API_KEY, MAIL_KEY] are missing", "secrets set NAME");
    stage.cloud.secret(Stage.PATH + "/secrets/API_KEY", "x");
    stage.cloud.secret(Stage.PATH + "/secrets/MAIL_KEY", "y");
    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
  }

  @Test
  void anAdoptedClusterTakesThePasswordOfParameterStore() {
    stage.machine.containers.password("of the old cluster");
    stage.cloud.secret(Stage.PATH + "/secrets/DATABASE_PASSWORD", "n3w");

    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
    assertThat(stage.machine.containers.password()).isEqualTo("n3w");
  }

  @Test
  void eachSignalIsSentOnceAndAnExpiredOneIsIgnored() {
    stage.signalAnswer = new Signals.Answer(403, "<Message>Request has expired</Message>");
    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
    assertThat(stage.signals).isEqualTo(1);

    stage.own(Stage.SELF, "https://wait.test/another");
    stage.signalAnswer = new Signals.Answer(200, "");
    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
    assertThat(stage.signals).isEqualTo(2);
  }

  @Test
  void aSignalThatIsNotAnsweredIsSentAgain() {
    stage.signalAnswer = new Signals.Answer(503, "");
    assertThat(stage.boot()).isEqualTo(HostBoot.TRY_AGAIN);

    stage.signalAnswer = new Signals.Answer(200, "");
    int before = stage.signals;
    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
    assertThat(stage.signals).isEqualTo(before + 1);
  }

  @Test
  void everyStepIsNamedInOrder() {
    stage.boot();

    List<String> steps =
        stage.journal.stream()
            .filter(line -> line.matches("boot \\d+/\\d+: (?!done).*"))
            .map(line -> line.replaceFirst("^[^:]*: ", ""))
            .toList();
    assertThat(steps)
        .containsSubsequence(
            "swap file",
            "kernel settings",
            "units",
            "owner of the data volume",
            "data volume",
            "Docker engine",
            "artefacts",
            "secrets",
            "images from registries",
            "stores",
            "database password",
            "services",
            "metrics agent",
            "health",
            "timers",
            "signal");
  }

  private String said() {
    return String.join("\n", stage.journal);
  }
}
