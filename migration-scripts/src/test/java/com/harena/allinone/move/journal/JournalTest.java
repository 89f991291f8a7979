package com.harena.allinone.move.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T09:10:10.123Z"), ZoneOffset.UTC);

  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private Path file;

  @BeforeEach
  void writeThreeLines() throws IOException {
    file = folder.resolve("journal.ndjson");
    assertThat(opened("one", "two", "three")).isEmpty();
  }

  /** Opens the journal, adds entries, and returns those that were there. */
  private List<String> opened(String... added) throws IOException {
    List<String> there = new ArrayList<>();
    try (MoveLock lock = MoveLock.take(folder);
        Journal journal = Journal.open(lock, CLOCK, entry -> there.add(entry.text("text")))) {
      List<String> before = List.copyOf(there);
      for (String text : added) {
        journal.append("said", Journal.content().put("text", text));
      }
      assertThat(there).hasSize(before.size() + added.length);
      return before;
    }
  }

  private List<String> read() throws IOException {
    List<String> there = new ArrayList<>();
    Journal.read(folder, entry -> there.add(entry.text("text")));
    return there;
  }

  @Test
  void entriesComeBackAsTheyWereWritten() throws IOException {
    List<Entry> entries = new ArrayList<>();
    Journal.read(folder, entries::add);

    assertThat(entries)
        .extracting(Entry::number, Entry::at, Entry::type, it -> it.text("text"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, CLOCK.instant(), "said", "one"),
            org.assertj.core.groups.Tuple.tuple(2L, CLOCK.instant(), "said", "two"),
            org.assertj.core.groups.Tuple.tuple(3L, CLOCK.instant(), "said", "three"));
    assertThat(opened("four ä\n\"'")).containsExactly("one", "two", "three");
    assertThat(read()).containsExactly("one", "two", "three", "four ä\n\"'");
  }

  @Test
  void severalThreadsWriteWholeLines() throws IOException {
    try (MoveLock lock = MoveLock.take(folder);
        Journal journal = Journal.open(lock, CLOCK, entry -> {})) {
      IntStream.range(0, 200)
          .parallel()
          .forEach(i -> journal.append("said", Journal.content().put("text", "number " + i)));
    }
    assertThat(read()).hasSize(203).doesNotHaveDuplicates();
  }

  @Test
  void nobodyElseMayReadIt() throws IOException {
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(
            java.nio.file.attribute.PosixFilePermission.OWNER_READ,
            java.nio.file.attribute.PosixFilePermission.OWNER_WRITE);
  }

  /** Wherever a kill cuts the last line: it is there or it is not, and the journal goes on. */
  @Test
  void aLastLineThatWasCutShortIsDropped() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int end = endOfLine(whole, 2);
    for (int length = end; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      boolean complete = length == whole.length - 1;

      List<String> expected = complete ? List.of("one", "two", "three") : List.of("one", "two");
      assertThat(read()).as("%d bytes", length).isEqualTo(expected);
      assertThat(opened("next")).as("%d bytes", length).isEqualTo(expected);
      assertThat(read()).endsWith("next").hasSize(expected.size() + 1);
    }
  }

  /** Any byte of any line, its end too: the line is named, and nothing is read past it. */
  @Test
  void everyChangedByteIsFoundAndItsLineNamed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      for (int bit : new int[] {0, 6}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 << bit);
        Files.write(file, changed);

        assertThatThrownBy(this::read)
            .as("byte %d, bit %d", at, bit)
            .isInstanceOf(JournalDamaged.class)
            .hasMessageContaining("line %d of %s".formatted(lineOf(whole, at), file))
            .hasMessageContaining("restore the file");
        assertThatThrownBy(this::opened).isInstanceOf(JournalDamaged.class);
        assertThat(file).hasBinaryContent(changed);
      }
    }
  }

  @Test
  void aLineThatWasTakenOutOrDoubledIsNamed() throws IOException {
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), lines.get(2)));
    assertThatThrownBy(this::read).hasMessageContaining("line 2").hasMessageContaining("number 3");

    Files.write(file, List.of(lines.get(0), lines.get(1), lines.get(1), lines.get(2)));
    assertThatThrownBy(this::read).hasMessageContaining("line 3").hasMessageContaining("number 2");
  }

  private static int endOfLine(byte[] bytes, int line) {
    int at = 0;
    for (int i = 0; i < line; i++) {
      while (bytes[at++] != '\n') {}
    }
    return at;
  }

  private static int lineOf(byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
