package com.harena.allinone.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.file.DiskFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppendOnlyTailTest {
  private static final String MANIFEST =
      """
      file appendonly.aof.2.base.rdb seq 2 type b
      file appendonly.aof.3.incr.aof seq 3 type i
      file appendonly.aof.4.incr.aof seq 4 type i startoffset 0
      """;
  private static final byte[] COMMAND = "*1\r\n$4\r\n\0\0\0\0\r\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path root;
  private final List<String> journal = new ArrayList<>();
  private Path folder;

  @BeforeEach
  void writeManifest() throws IOException {
    folder = Files.createDirectories(root.resolve("data/redis/appendonlydir"));
    Files.writeString(folder.resolve("appendonly.aof.manifest"), MANIFEST);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "94", "65536", "65537", "200000"})
  void onlyZerosAtTheEndAreCutOffAndCounted(int zeros) throws IOException {
    Path last = write("appendonly.aof.4.incr.aof", zeros);

    mend();

    assertThat(last).hasBinaryContent(COMMAND);
    if (zeros == 0) {
      assertThat(journal).isEmpty();
    } else {
      assertThat(journal)
          .singleElement()
          .asString()
          .contains(
              zeros + " zero bytes", "appendonly.aof.4.incr.aof", COMMAND.length + " bytes remain");
    }
  }

  @Test
  void everyOtherFileStaysAsItIs() throws IOException {
    write("appendonly.aof.4.incr.aof", 0);
    Path base = write("appendonly.aof.2.base.rdb", 7);
    Path before = write("appendonly.aof.3.incr.aof", 7);
    Path foreign = write("appendonly.aof.5.incr.aof", 7);

    mend();

    for (Path file : List.of(base, before, foreign)) {
      assertThat(file).hasSize(COMMAND.length + 7);
    }
    assertThat(journal).isEmpty();
  }

  @Test
  void nothingButZerosLeavesAnEmptyFile() throws IOException {
    Path last = Files.write(folder.resolve("appendonly.aof.4.incr.aof"), new byte[70_000]);

    mend();

    assertThat(last).isEmptyFile();
  }

  @Test
  void aNameThatLeavesTheFolderIsNotFollowed() throws IOException {
    Files.writeString(folder.resolve("appendonly.aof.manifest"), "file ../../x seq 1 type i\n");
    Path outside = Files.write(root.resolve("data/x"), new byte[3]);

    mend();

    assertThat(outside).hasSize(3);
  }

  @Test
  void aNewVolumeHasNothingToMend() throws IOException {
    Files.delete(folder.resolve("appendonly.aof.manifest"));
    mend();

    Files.writeString(folder.resolve("appendonly.aof.manifest"), MANIFEST);
    mend();

    assertThat(journal).isEmpty();
  }

  private Path write(String name, int zeros) throws IOException {
    byte[] bytes = Arrays.copyOf(COMMAND, COMMAND.length + zeros);
    return Files.write(folder.resolve(name), bytes);
  }

  private void mend() {
    new AppendOnlyTail(new DiskFiles(root), journal::add).mend();
  }
}
