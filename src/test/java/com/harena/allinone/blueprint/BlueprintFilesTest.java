package com.harena.allinone.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueprintFilesTest {
  @TempDir Path folder;

  @Test
  void namesAFileThatDoesNotExist() {
    Path missing = folder.resolve("harena.yaml");

    assertThatThrownBy(() -> BlueprintLoader.load(missing))
        .isInstanceOf(FaultyBlueprintException.class)
        .hasMessageStartingWith(missing + ": no such file; check the path");
  }

  @Test
  void refusesADirectory() {
    assertThatThrownBy(() -> BlueprintLoader.load(folder))
        .isInstanceOf(FaultyBlueprintException.class)
        .hasMessageStartingWith(folder + ": is a directory; ");
  }

  @Test
  void refusesAPathThroughAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> BlueprintLoader.load(file.resolve("harena.yaml")))
        .isInstanceOf(FaultyBlueprintException.class)
        .hasMessageContaining(": cannot be read; ");
  }

  @Test
  void readsWindowsLineEndsAndAByteOrderMark() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("b.yaml"), "\uFEFF" + Samples.minimal().replace("\n", "\r\n"));

    assertThat(BlueprintLoader.load(file)).isEqualTo(BlueprintLoader.parse(Samples.minimal()));
  }

  @Test
  void knowsWhereEachKeyStands() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), Samples.minimal() + "disk: {}\n");
    LocatedBlueprint located = BlueprintLoader.locate(file);

    assertThat(located.source()).isEqualTo(file.toString());
    assertThat(located.position("zone")).isEqualTo(new Position(4, 7));
    assertThat(located.position("disk.size")).isEqualTo(new Position(20, 1));
    assertThat(located.position("machine.type")).isEqualTo(Position.START);
  }

  @Test
  void reportsInTheOrderOfTheFile() {
    assertThatThrownBy(() -> BlueprintLoader.parse("b.yaml", "regoin: a\nname: B\n"))
        .isInstanceOfSatisfying(
            FaultyBlueprintException.class,
            failure -> {
              assertThat(failure.source()).isEqualTo("b.yaml");
              assertThat(failure.faults())
                  .extracting(fault -> fault.position().orElseThrow())
                  .isSorted();
              assertThat(failure.getMessage())
                  .contains("b.yaml:1:1: unknown key: \"regoin\"; allowed: name, ")
                  .contains("b.yaml:2:7: name is not valid: \"B\"; allowed: ");
            });
  }
}
