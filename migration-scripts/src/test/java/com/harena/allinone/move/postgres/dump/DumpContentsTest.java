package com.harena.allinone.move.postgres.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DumpContentsTest {
  @TempDir Path backup;

  private void write(String start, int... bytes) throws IOException {
    Path folder = Files.createDirectories(backup.resolve(DumpContents.FOLDER));
    byte[] head = start.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      all[head.length + i] = (byte) bytes[i];
    }
    Files.write(folder.resolve("toc.dat"), all);
  }

  @Test
  void leavesADumpOfANewerFormatUnread() throws IOException {
    write("PGDMP", 1, 17, 0);
    assertThat(DumpContents.in(backup)).isEmpty();
  }

  @Test
  void refusesAFileThatIsNoDump() throws IOException {
    write("PGDMB", 1, 16, 0);
    assertThatThrownBy(() -> DumpContents.in(backup))
        .isInstanceOf(IOException.class)
        .hasMessage("toc.dat is damaged: it does not begin with PGDMP");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    write("PGDMP", 1, 16, 0, 4, 8, 3, 1, 0, 1, 0);
    assertThatThrownBy(() -> DumpContents.in(backup)).isInstanceOf(EOFException.class);
  }

  @Test
  void refusesALengthThatNoTextHas() throws IOException {
    int[] head = new int[7 + 7 * 5 + 5];
    System.arraycopy(new int[] {1, 16, 0, 4, 8, 3, 1}, 0, head, 0, 7);
    head[head.length - 1] = 0x7f;
    write("PGDMP", head);
    assertThatThrownBy(() -> DumpContents.in(backup)).hasMessageContaining("toc.dat is damaged");
  }

  @Test
  void failsWithoutADump() {
    assertThatThrownBy(() -> DumpContents.in(backup)).isInstanceOf(NoSuchFileException.class);
  }
}
