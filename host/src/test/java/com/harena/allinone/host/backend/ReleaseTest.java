package com.harena.allinone.host.backend;

import static com.harena.allinone.host.backend.BackendStage.BAD;
import static com.harena.allinone.host.backend.BackendStage.BETTER;
import static com.harena.allinone.host.backend.BackendStage.GOOD;
import static com.harena.allinone.host.backend.BackendStage.OWN;
import static com.harena.allinone.host.backend.BackendStage.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.harena.allinone.host.boot.MemoryFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private final Path root = MemoryFolder.make();

  private BackendStage stage;

  @AfterEach
  void delete() {
    MemoryFolder.delete(root);
  }

  @BeforeEach
  void boot() {
    stage = new BackendStage(root);
    stage.boot();
    stage.engine.lines.clear();
  }

  @Test
  void triesTheImageBesideTheOldOneThenSwapsAndTellsTheGap() {
    Released released = stage.release(wanted(GOOD));

    assertThat(released.beside()).isTrue();
    assertThat(released.gap()).isEqualTo(Duration.ofSeconds(4));
    assertThat(released.previous().map(BackendImage::image)).contains(OWN);
    assertThat(stage.engine.serving()).contains(GOOD);
    assertThat(stage.engine.beside()).isEmpty();
    assertThat(stage.outcomes())
        .containsExactly("deployed harena/backend:1", "released harena/backend:2");
    assertThat(stage.said).contains("release: %s serves; the gap was 4000 ms".formatted(GOOD));
    assertThat(stage.engine.lines)
        .anyMatch(line -> line.endsWith("--publish 127.0.0.1::8001 backend"))
        .noneMatch(line -> line.contains("up ") && !line.endsWith("up --detach --no-deps backend"));
  }

  @Test
  void laterCallsOfComposeMeanTheReleasedImage() {
    stage.release(wanted(GOOD));

    assertThat(stage.variables())
        .isEqualTo("BACKEND_IMAGE='%s'\nPRIVATE_ADDRESS='10.0.0.10'\n".formatted(GOOD));
  }

  @Test
  void swapsAtOnceWhereThereIsNoMemoryForBoth() {
    stage.memory(127);

    Released released = stage.release(wanted(GOOD));

    assertThat(released.beside()).isFalse();
    assertThat(stage.engine.serving()).contains(GOOD);
    assertThat(stage.engine.lines).noneMatch(line -> line.contains(" run "));
    assertThat(stage.said).anyMatch(line -> line.contains("127 MiB available, 128 MiB needed"));
  }

  @Test
  void anImageThatIsUnhealthyBesideTheOldOneCausesNoGap() {
    stage.engine.logs = "cannot connect with pass/word 1\nor pass%2Fword+1\n";

    ReleaseFailed failed = failed(BAD);

    assertThat(failed.fault()).isEqualTo(ReleaseFault.UNHEALTHY);
    assertThat(failed)
        .hasMessageContaining("not healthy within 180 s")
        .hasMessageContaining("answers with status 503")
        .hasMessageContaining("cannot connect with ****\n  or ****")
        .hasMessageContaining("%s serves on, without a gap".formatted(OWN));
    assertThat(stage.engine.serving()).contains(OWN);
    assertThat(stage.engine.beside()).isEmpty();
    assertThat(stage.outcomes()).last().isEqualTo("unhealthy harena/backend:4");
    assertThat(stage.engine.lines).noneMatch(line -> line.contains(" up "));
  }

  @Test
  void goesBackToTheOldOneWhenTheSwappedOneIsNeverHealthy() {
    stage.memory(100);

    ReleaseFailed failed = failed(BAD);

    assertThat(failed.fault()).isEqualTo(ReleaseFault.UNHEALTHY);
    assertThat(failed).hasMessageContaining("serves again after 187000 ms");
    assertThat(stage.engine.serving()).contains(OWN);
    assertThat(stage.variables()).contains(OWN);
    assertThat(stage.state().current().map(BackendImage::image)).contains(OWN);
    assertThat(stage.state().attempt()).isEmpty();
  }

  @Test
  void doesNotWaitForAnImageThatEnds() {
    stage.memory(100);
    stage.engine.behaviours.put(BAD, MemoryEngine.Behaviour.ending());

    assertThat(failed(BAD)).hasMessageContaining("it ended with exit code 3");
    assertThat(stage.time.seconds()).isLessThan(20);
    assertThat(stage.engine.serving()).contains(OWN);

    stage.engine.ended = "running 2 0";
    assertThat(failed(BAD)).hasMessageContaining("it ended and was started again");
  }

  @Test
  void tellsTheExitCodeOfOneThatEndsBesideTheOldOne() {
    stage.engine.behaviours.put(BAD, MemoryEngine.Behaviour.ending());
    stage.engine.ended = "exited 0 3";
    stage.engine.logs = "no configuration\n";

    assertThat(failed(BAD))
        .hasMessageContaining("it ended with exit code 3; its last lines:\n  no configuration");
    assertThat(stage.state().history())
        .last()
        .extracting(ReleaseRecord::message)
        .isEqualTo("it ended with exit code 3");
  }

  @Test
  void saysThatNeitherIsHealthy() {
    stage.memory(100);
    stage.engine.behaviours.put(OWN, MemoryEngine.Behaviour.silent());

    ReleaseFailed failed = failed(BAD);

    assertThat(failed.fault()).isEqualTo(ReleaseFault.DOWN);
    assertThat(failed).hasMessageContaining("was started again and is not healthy");
    assertThat(stage.outcomes()).last().isEqualTo("down harena/backend:4");
  }

  @Test
  void changesNothingForAnImageThatTheRegistryLacks() {
    stage.engine.registry.remove(GOOD);
    ReleaseState before = stage.state();

    ReleaseFailed failed = failed(GOOD);

    assertThat(failed.fault()).isEqualTo(ReleaseFault.UNAVAILABLE);
    assertThat(failed).hasMessageContaining("nothing was changed", "manifest unknown");
    assertThat(stage.state()).isEqualTo(before);
    assertThat(stage.engine.serving()).contains(OWN);
  }

  @Test
  void changesNothingForAnImageOfAnotherProcessor() {
    stage.engine.architecture = "s390x";

    assertThat(failed(GOOD)).hasMessageContaining("is for s390x, this machine is ");
    assertThat(stage.engine.serving()).contains(OWN);
  }

  @Test
  void changesNothingForAnArchiveThatIsNotThere() {
    ReleaseFailed failed =
        catchThrowableOfType(
            ReleaseFailed.class,
            () -> stage.release(new Wanted.Archive("a/backend.tar", "0".repeat(64))));

    assertThat(failed.fault()).isEqualTo(ReleaseFault.UNAVAILABLE);
    assertThat(stage.engine.serving()).contains(OWN);
  }

  @Test
  void goesToThePreviousOneAndBackAgain() {
    stage.release(wanted(GOOD));

    stage.release(new Wanted.Previous());
    assertThat(stage.engine.serving()).contains(OWN);

    stage.release(new Wanted.Previous());
    assertThat(stage.engine.serving()).contains(GOOD);
  }

  @Test
  void refusesToGoBackWhereNothingWasBefore() {
    ReleaseFailed failed =
        catchThrowableOfType(ReleaseFailed.class, () -> stage.release(new Wanted.Previous()));

    assertThat(failed.fault()).isEqualTo(ReleaseFault.REFUSED);
    assertThat(failed).hasMessageContaining("there is no image before");
  }

  @Test
  void leavesAnImageAloneThatServesAlready() {
    stage.release(wanted(GOOD));
    ReleaseState before = stage.state();

    assertThat(stage.release(wanted(GOOD)).changed()).isFalse();
    assertThat(stage.state()).isEqualTo(before);
  }

  @Test
  void keepsTheCurrentAndThePreviousImageAndTellsWhatTheOthersTook() {
    assertThat(stage.release(wanted(GOOD)).reclaimedMebibytes()).isZero();

    Released released = stage.release(wanted(BETTER));

    assertThat(stage.engine.images).containsExactly(GOOD, BETTER);
    assertThat(released.reclaimedMebibytes()).isEqualTo(100);
  }

  @Test
  void theFirstReleaseOfABlueprintWithoutImageBringsTheBackendUp() {
    stage.names = "";
    stage.files.delete(ReleaseFile.PATH);

    Released released = stage.release(wanted(GOOD));

    assertThat(released.previous()).isEqualTo(Optional.empty());
    assertThat(stage.variables()).contains("COMPOSE_PROFILES='backend'");
    assertThat(BackendInForce.released(stage.settings(), stage.files)).isTrue();
  }

  @Test
  void takesAFirstReleaseAwayThatIsNeverHealthy() {
    stage.names = "";
    stage.files.delete(ReleaseFile.PATH);
    stage.memory(100);

    assertThat(failed(BAD)).hasMessageContaining("no backend serves again");
    assertThat(stage.engine.serving()).isEmpty();
    assertThat(BackendInForce.released(stage.settings(), stage.files)).isFalse();
  }

  private ReleaseFailed failed(String image) {
    return catchThrowableOfType(ReleaseFailed.class, () -> stage.release(wanted(image)));
  }
}
