package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that the server names twice is backed up twice, and counts once. */
final class RepeatedKeysTest {
  private static final ServerInfo SERVER = new ServerInfo(Map.of("redis_version", "7.0.15"));

  @TempDir Path folder;

  /** A key and its text, as they come from the server. */
  private record Named(int database, String key, String text) {
    private KeyId id() {
      return new KeyId(database, key.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] dump() {
      byte[] value = text.getBytes(StandardCharsets.UTF_8);
      byte[] dump = new byte[2 + value.length + 10];
      dump[1] = (byte) value.length;
      System.arraycopy(value, 0, dump, 2, value.length);
      return dump;
    }
  }

  private static Named key(int database, String key, String text) {
    return new Named(database, key, text);
  }

  @Test
  void theLastRecordOfAKeyCounts() throws IOException {
    List<Named> named =
        List.of(
            key(0, "a", "old"),
            key(0, "b", "same"),
            key(1, "a", "elsewhere"),
            key(0, "a", "newer"),
            key(0, "b", "same"),
            key(0, "a", "newest"));
    List<Named> once = List.of(key(0, "a", "newest"), key(0, "b", "same"), named.get(2));
    assertThat(inventory(named)).isEqualTo(inventory(once));
  }

  @Test
  void leavesNothingBehind() throws IOException {
    inventory(List.of(key(0, "a", "x"), key(0, "a", "x")));
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsOnly("backup");
    }
  }

  @Test
  void knowsEveryNumberAgainAndNoOther() {
    NumberSet set = new NumberSet(1000);
    Random random = new Random(5);
    long[] numbers = random.longs(1000).toArray();
    numbers[0] = 0;
    numbers[1] = 1; // Begin at the same slot.
    numbers[2] = 2;
    for (int round = 0; round < 2; round++) {
      for (long number : numbers) {
        assertThat(set.add(number)).isTrue();
      }
      for (long number : numbers) {
        assertThat(set.add(number)).isFalse();
      }
      set.clear();
    }
  }

  private Object inventory(List<Named> named) throws IOException {
    KeyInventory inventory = new KeyInventory();
    Path file = folder.resolve("backup");
    try (BackupWriter writer = new BackupWriter(file);
        RepeatedKeys repeated = new RepeatedKeys(folder.resolve("seen"))) {
      for (Named each : named) {
        writer.begin(each.id(), KeyHandler.NEVER, each.dump().length);
        writer.write(each.dump(), 0, each.dump().length);
        writer.end();
        inventory.add(each.id(), facts(each));
        repeated.seen(each.id());
      }
      writer.finish();
      repeated.takeFrom(inventory, file);
    }
    return inventory.toInventory(SERVER, true).items();
  }

  private static KeyFacts facts(Named each) throws IOException {
    byte[] dump = each.dump();
    KeyDigest digest =
        new DumpReader()
            .read(
                each.id(),
                dump.length,
                new ByteArrayInputStream(dump),
                OutputStream.nullOutputStream());
    return KeyFacts.of(digest, KeyHandler.NEVER);
  }
}
