package com.harena.allinone.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of rehearsals. */
final class RehearsalFolderTest {
  @TempDir Path parent;

  @Test
  void removesItselfWithEverythingInIt() throws IOException {
    try (RehearsalFolder folder = RehearsalFolder.in(parent)) {
      Files.createDirectories(folder.path().resolve("old/data"));
      Files.writeString(folder.path().resolve("old/data/file"), "x");
    }
    assertThat(runs()).isZero();
  }

  @Test
  void staysWhenAskedTo() throws IOException {
    Path kept;
    try (RehearsalFolder folder = RehearsalFolder.in(parent)) {
      folder.keep();
      kept = folder.path();
    }
    assertThat(kept).exists();
  }

  @Test
  void takesAnotherNameBesideOneThatWasKept() throws IOException {
    Path kept;
    try (RehearsalFolder first = RehearsalFolder.in(parent)) {
      first.keep();
      kept = first.path();
    }
    try (RehearsalFolder second = RehearsalFolder.in(parent)) {
      assertThat(second.path()).exists().isNotEqualTo(kept);
    }
    assertThat(kept).exists();
  }

  @Test
  void removesWhatAKilledRehearsalLeftBehind() throws IOException {
    Path left = Files.createDirectories(parent.resolve("run-1/old"));
    Files.writeString(left.resolve("file"), "x");
    Path kept = Files.createDirectories(parent.resolve("run-2"));
    Files.writeString(kept.resolve("kept"), "");
    Path report = Files.writeString(parent.resolve("report.html"), "");
    try (RehearsalFolder folder = RehearsalFolder.in(parent)) {
      assertThat(folder.path()).exists();
      assertThat(left).doesNotExist();
      assertThat(kept).exists();
      assertThat(report).exists();
    }
  }

  private long runs() throws IOException {
    try (var all = Files.list(parent)) {
      return all.filter(Files::isDirectory).count();
    }
  }
}
