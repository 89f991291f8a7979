package com.harena.allinone.host.backend;

import static com.harena.allinone.host.backend.BackendStage.BAD;
import static com.harena.allinone.host.backend.BackendStage.GOOD;
import static com.harena.allinone.host.backend.BackendStage.OWN;
import static com.harena.allinone.host.backend.BackendStage.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.boot.MemoryFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release that is cut before each of its commands. */
class CutReleaseTest {
  private final Path root = MemoryFolder.make();

  private BackendStage last;

  @AfterEach
  void delete() {
    MemoryFolder.delete(root);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 600})
  void thePowerCutEndsInOneOfTheTwoWhichTheHistoryNames(int mebibytes) {
    for (String image : List.of(GOOD, BAD)) {
      for (int moment = 0; cutAt(moment, image, mebibytes); moment++) {
        BackendStage stage = restored();
        String before = stage.state().attempt().isPresent() ? "interrupted" : "";

        String serves = stage.boot();

        assertThat(List.of(OWN, image)).as("cut at %d", moment).contains(serves);
        assertThat(stage.state().current().map(BackendImage::image)).contains(serves);
        assertThat(stage.state().attempt()).isEmpty();
        assertThat(stage.outcomes()).last().asString().startsWith(before);
        assertThat(stage.engine.beside()).as("cut at %d", moment).isEmpty();
        assertThat(stage.boot()).isEqualTo(serves);
      }
    }
  }

  @Test
  void theNextReleaseBringsBackWhatAKilledOneLeft() {
    BackendStage stage = new BackendStage(root);
    stage.boot();
    stage.memory(100);
    run(stage, GOOD, lines(stage, " up "));
    assertThat(stage.engine.serving()).contains(GOOD);
    assertThat(stage.state().attempt()).isPresent();

    Optional<String> serving = retried(stage, BAD);

    assertThat(serving).contains(OWN);
    assertThat(stage.outcomes())
        .containsExactly(
            "deployed harena/backend:1",
            "interrupted harena/backend:2",
            "unhealthy harena/backend:4");
  }

  private static Optional<String> retried(BackendStage stage, String image) {
    stage.engine.crashAt = Integer.MAX_VALUE;
    try {
      stage.release(wanted(image));
    } catch (ReleaseFailed e) {
      // The state is what is looked at.
    }
    return stage.engine.serving();
  }

  /** The number of the command after the one that holds the words, in a release of its own. */
  private int lines(BackendStage stage, String words) {
    BackendStage other = new BackendStage(root.resolve("other"));
    other.boot();
    other.memory(100);
    int booted = other.engine.lines.size();
    other.release(wanted(GOOD));
    for (int index = booted; ; index++) {
      if (other.engine.lines.get(index).contains(words)) {
        return stage.engine.lines.size() + index - booted + 1;
      }
    }
  }

  private boolean cutAt(int moment, String image, int mebibytes) {
    BackendStage stage = new BackendStage(folder(moment, image));
    stage.boot();
    stage.engine.behaviours.put(BAD, MemoryEngine.Behaviour.ending());
    stage.memory(mebibytes);
    last = stage;
    return run(stage, image, stage.engine.lines.size() + moment);
  }

  private BackendStage restored() {
    last.engine.crashAt = Integer.MAX_VALUE;
    return last;
  }

  private Path folder(int moment, String image) {
    return root.resolve("%d-%d".formatted(moment, image.hashCode()));
  }

  /** Whether it was cut. */
  private static boolean run(BackendStage stage, String image, int crashAt) {
    stage.engine.crashAt = crashAt;
    try {
      stage.release(wanted(image));
      return false;
    } catch (MemoryEngine.Cut e) {
      return true;
    } catch (ReleaseFailed e) {
      return false;
    }
  }
}
