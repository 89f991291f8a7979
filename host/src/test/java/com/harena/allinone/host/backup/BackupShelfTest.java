package com.harena.allinone.host.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupShelfTest {
  private static final Instant NOW = Instant.parse("2026-11-28T21:00:00Z");

  @TempDir private Path folder;
  private BackupShelf shelf;

  @BeforeEach
  void standBeforeIt() {
    shelf = new BackupShelf(folder);
  }

  @Test
  void countsOnlyWhatHasAMomentForANameAndAManifest() throws IOException {
    Folders.make(shelf, "20261127_210000");
    Folders.make(shelf, "20261126_210000");
    Folders.half(shelf, "20261128_210000");
    Folders.make(shelf, ".taking");
    Folders.make(shelf, "copy of one");

    assertThat(shelf.ids()).containsExactly("20261126_210000", "20261127_210000");
    assertThat(shelf.last()).contains("20261127_210000");
  }

  @Test
  void holdsNothingBeforeTheFirst() throws IOException {
    assertThat(new BackupShelf(folder.resolve("none")).last()).isEmpty();
  }

  @Test
  void keepsSevenDaysToTheSecond() throws IOException {
    Folders.make(shelf, "20261121_205959");
    Folders.make(shelf, "20261121_210000");
    Folders.make(shelf, "20261128_205900");

    assertThat(shelf.prune(7, NOW)).containsExactly("20261121_205959");
    assertThat(shelf.ids()).containsExactly("20261121_210000", "20261128_205900");
    assertThat(folder.resolve(".old-20261121_205959")).doesNotExist();
  }

  @Test
  void neverThrowsTheLastOneAway() throws IOException {
    Folders.make(shelf, "20260101_000000");
    Folders.make(shelf, "20260102_000000");

    shelf.prune(7, NOW);

    assertThat(shelf.ids()).containsExactly("20260102_000000");
  }

  @Test
  void throwsAwayWhatAnEarlierRunWasThrowingAway() throws IOException {
    Folders.make(shelf, "20261128_205900");
    Folders.make(shelf, ".old-20261001_210000");

    shelf.prune(7, NOW);

    assertThat(folder.resolve(".old-20261001_210000")).doesNotExist();
  }

  @Test
  void emptiesAWorkplaceThatAKilledRunLeft() throws IOException {
    Folders.half(shelf, ".taking");

    assertThat(Files.exists(shelf.workplace("taking"))).isFalse();
  }
}
