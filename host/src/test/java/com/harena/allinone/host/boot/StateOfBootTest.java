package com.harena.allinone.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.HostBoot;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.state.BootState;
import com.harena.allinone.host.state.Phase;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.host.web.Signals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever the boot does or meets, one file says it. */
class StateOfBootTest {
  private final Path root = MemoryFolder.make();
  private final Stage stage = new Stage(root);

  @AfterEach
  void delete() {
    MemoryFolder.delete(root);
  }

  @Test
  void thereIsNoneBeforeTheFirstBoot() {
    assertThat(BootState.read(stage.machine.disk)).isEmpty();
  }

  @Test
  void servesInTheEnd() {
    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);

    BootState state = state();
    assertThat(state.phase()).isEqualTo(Phase.SERVING);
    assertThat(state.bundle()).isEqualTo(Stage.GOOD);
    assertThat(state.since()).isAfter(VirtualTime.BEGIN);
    assertThat(state.line()).isEqualTo("serving");
  }

  @Test
  void waitsForTheOwnerSinceItBegan() {
    stage.own(Stage.OTHER, Stage.SIGNAL);
    List<BootState> seen = new ArrayList<>();
    stage.world =
        () -> {
          seen.add(state());
          if (time() > 3600) {
            throw new Crash();
          }
        };

    assertThatThrownBy(stage::boot).isInstanceOf(Crash.class);

    BootState last = seen.get(seen.size() - 1);
    assertThat(last.phase()).isEqualTo(Phase.WAITING);
    assertThat(last.message()).contains("names " + Stage.OTHER, "waits, touching nothing");
    assertThat(last.since()).isBefore(VirtualTime.BEGIN.plus(Duration.ofMinutes(1)));
  }

  @Test
  void bootsAgainOnceItOwnsTheVolumeAndTellsOfTheTakeover() {
    stage.cloud.volume(Stage.VOLUME).attachedTo(Stage.OTHER);
    List<String> seen = new ArrayList<>();
    stage.world = () -> seen.add(state().line());

    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);

    assertThat(seen)
        .anyMatch(
            line ->
                line.startsWith("booting: owner of the data volume: volume: stopping")
                    && line.contains(Stage.OTHER));
  }

  @Test
  void namesTheStepThatFailedAndWhy() {
    stage.machine.containers.upAnswer = new CommandResult(1, "", "backend is\tunhealthy");

    assertThat(stage.boot()).isEqualTo(HostBoot.BUNDLE_FAILED);

    assertThat(state().phase()).isEqualTo(Phase.FAILED);
    assertThat(state().step()).isEqualTo("services");
    assertThat(state().line()).startsWith("failed at services: '").contains("backend is unhealthy");
  }

  @Test
  void aFullVolumeIsNamedBeforeAnythingStartsOnItAndDoesNotSpeakAgainstTheBundle() {
    stage.machine.freeMebibytes = 15;

    assertThat(stage.boot()).isEqualTo(HostBoot.TRY_AGAIN);

    assertThat(state().line())
        .startsWith("failed at room on the data volume: /data has 15 MiB free")
        .contains("16 to start", "disk.size");
    assertThat(stage.machine.lines).noneMatch(line -> line.startsWith("docker"));
    stage.machine.freeMebibytes = 16;
    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
  }

  @Test
  void tellsOfWhatIsTriedAgainWhileItIs() {
    stage.bundle(Stage.GOOD, "one", Stage.settings("DATABASE_PASSWORD", "API_KEY"));
    List<BootState> seen = new ArrayList<>();
    stage.world = () -> seen.add(state());

    assertThat(stage.boot()).isEqualTo(HostBoot.TRY_AGAIN);

    assertThat(seen)
        .anyMatch(
            state ->
                state.phase() == Phase.BOOTING
                    && state.step().equals("secrets")
                    && state.message().contains("API_KEY"));
    assertThat(state().line()).startsWith("failed at secrets: ").contains("secrets set NAME");
  }

  @Test
  void aBundleThatCannotBeReadHasAState() {
    stage.install(Stage.BUNDLES.resolve(Stage.GOOD) + "/host.json", "{}");

    assertThat(stage.boot()).isEqualTo(HostBoot.BUNDLE_FAILED);

    assertThat(state().line()).startsWith("failed at host bundle: host.json is not what");
  }

  @Test
  void aBootThatComesAfterAFailureForgetsIt() {
    stage.signalAnswer = new Signals.Answer(503, "");
    stage.boot();
    assertThat(state().step()).isEqualTo("signal");

    stage.signalAnswer = new Signals.Answer(200, "");
    stage.boot();

    assertThat(state().line()).isEqualTo("serving");
  }

  private BootState state() {
    return BootState.read(stage.machine.disk).orElseThrow();
  }

  private long time() {
    return stage.time.seconds();
  }
}
