package com.harena.allinone.host.backend;

import static com.harena.allinone.host.backend.BackendStage.BETTER;
import static com.harena.allinone.host.backend.BackendStage.GOOD;
import static com.harena.allinone.host.backend.BackendStage.OWN;
import static com.harena.allinone.host.backend.BackendStage.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.boot.MemoryFolder;
import com.harena.allinone.host.file.FileMode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which image a boot brings up: the one of the newest act. */
class BackendInForceTest {
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
  }

  @Test
  void aStartBringsTheReleasedImageUpAgain() {
    stage.release(wanted(GOOD));

    assertThat(stage.boot()).isEqualTo(GOOD);
    assertThat(stage.outcomes()).hasSize(2);
  }

  @Test
  void aBundleThatNamesTheSameImageAsBeforeKeepsTheReleasedOne() {
    stage.release(wanted(GOOD));

    assertThat(stage.settings().backendSource()).isEqualTo(OWN);
    assertThat(stage.boot()).isEqualTo(GOOD);
  }

  @Test
  void aBundleThatNamesAnotherImageTakesOverOnceItHasServed() {
    stage.release(wanted(GOOD));
    stage.names = BETTER;

    assertThat(stage.boot()).isEqualTo(BETTER);

    assertThat(stage.outcomes()).last().isEqualTo("deployed harena/backend:3");
    assertThat(stage.state().previous().map(BackendImage::image)).contains(GOOD);
    assertThat(stage.engine.images).doesNotContain(OWN);
    stage.release(new Wanted.Previous());
    assertThat(stage.boot()).isEqualTo(GOOD);
  }

  @Test
  void theLastGoodBundleBringsTheReleasedImageUpWhenTheNewOneNeverServed() {
    stage.release(wanted(GOOD));
    ReleaseState before = stage.state();
    stage.names = BETTER;
    assertThat(stage.bootThatNeverServes()).isEqualTo(BETTER);

    stage.names = OWN;

    assertThat(stage.boot()).isEqualTo(GOOD);
    assertThat(stage.state()).isEqualTo(before);
  }

  @Test
  void aBundleThatNamesNoImageTakesNothingAway() {
    stage.release(wanted(GOOD));
    stage.names = "";

    assertThat(stage.boot()).isEqualTo(GOOD);
    assertThat(stage.boot()).isEqualTo(GOOD);
  }

  @Test
  void anImageThatTheEngineLostIsFetchedAgain() {
    stage.release(wanted(GOOD));
    stage.engine.images.remove(GOOD);

    assertThat(stage.boot()).isEqualTo(GOOD);
    assertThat(stage.engine.images).contains(GOOD);
  }

  @Test
  void aFileThatCannotBeReadKeepsNobodyFromServingAndIsLeftToLookAt() {
    stage.files.write(ReleaseFile.PATH, "{", FileMode.PLAIN);

    assertThat(stage.boot()).isEqualTo(OWN);

    assertThat(stage.files.read(ReleaseFile.PATH)).contains("{");
    assertThat(stage.said)
        .last()
        .asString()
        .contains("/data/releases.json is not what allinone writes");
    assertThatThrownBy(() -> stage.release(wanted(GOOD))).hasMessageContaining("move it away");
  }
}
