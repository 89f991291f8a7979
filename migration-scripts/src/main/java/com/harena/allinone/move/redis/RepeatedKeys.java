package com.harena.allinone.move.redis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the keys that {@code SCAN} named more than once, which it may when the server shrinks its
 * table meanwhile. Eight bytes for each key go to a file; of it a bounded part is in memory at
 * once.
 */
final class RepeatedKeys implements Closeable {
  private static final int AT_ONCE = 1 << 20;

  private final Path file;
  private final DataOutputStream out;
  private long count;

  RepeatedKeys(Path file) throws IOException {
    this.file = file;
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  void seen(KeyId key) throws IOException {
    out.writeLong(hash(key));
    count++;
  }

  private static long hash(KeyId key) {
    long hash = 0xcbf29ce484222325L ^ key.database();
    for (byte value : key.name()) {
      hash = (hash ^ value) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
    return (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
  }

  /** Takes from the inventory whatever a later record of the same key replaces. */
  void takeFrom(KeyInventory inventory, Path backup) throws IOException {
    out.flush();
    long[] repeated = repeated();
    if (repeated.length == 0) {
      return;
    }
    Map<KeyId, KeyFacts> last = new HashMap<>();
    try (BackupReader reader = new BackupReader(backup, 0)) {
      DumpReader dumps = new DumpReader();
      for (BackupReader.Key key = reader.next(); key != null; key = reader.next()) {
        if (Arrays.binarySearch(repeated, hash(key.id())) < 0) {
          continue;
        }
        KeyDigest digest =
            dumps.read(key.id(), key.length(), reader.dump(), OutputStream.nullOutputStream());
        KeyFacts before = last.put(key.id(), KeyFacts.of(digest, key.expiry()));
        if (before != null) {
          inventory.remove(key.id(), before);
        }
      }
    }
  }

  /** Hashes that were seen more than once, sorted. */
  private long[] repeated() throws IOException {
    int passes = (int) (count / AT_ONCE) + 1;
    Set<Long> found = new TreeSet<>();
    NumberSet seen = new NumberSet((int) Math.min(count, AT_ONCE));
    for (int pass = 0; pass < passes; pass++) {
      seen.clear();
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
        for (long i = 0; i < count; i++) {
          long hash = in.readLong();
          if (Long.remainderUnsigned(hash >>> 8, passes) == pass && !seen.add(hash)) {
            found.add(hash);
          }
        }
      }
    }
    return found.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
