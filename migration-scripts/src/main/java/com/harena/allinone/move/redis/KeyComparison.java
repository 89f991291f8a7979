package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.KeyType;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the keys that make an item differ, in bounded memory: both sides are summed into buckets by
 * the key's hash, and only the keys of buckets that differ are read again and compared one by one.
 *
 * <p>What differs is looked at once more at the end, so that a key that was written or expired
 * between two readings is told as it is. At most {@value #MOST} keys are named.
 */
final class KeyComparison {
  /** Two lives this close are equal. */
  static final Duration TOLERANCE = Duration.ofSeconds(1);

  private static final int MOST = 100_000;
  private static final int BUCKETS = 1 << 14;
  private static final int AT_ONCE = 50_000;

  private final Keys source;
  private final Keys target;
  private final Work work;
  private final int database;
  private final boolean expiry;
  private final String kind;
  private final DumpReader dumps = new DumpReader();
  private final KeyDigest expiryDigest = new KeyDigest();

  KeyComparison(Keys source, Keys target, Item item, Work work) {
    this.source = source;
    this.target = target;
    this.work = work;
    this.kind = item.kind();
    this.expiry = kind.equals(KeyInventory.EXPIRY);
    this.database = KeyInventory.database(item);
  }

  List<KeyDifference> differences() throws IOException {
    work.progress().begin("finding what differs", 0, Progress.Unit.KEYS);
    long[][] here = buckets(source);
    long[][] there = buckets(target);
    List<KeyDifference> differences = new ArrayList<>();
    boolean[] chosen = new boolean[BUCKETS];
    long keys = 0;
    for (int i = 0; i < BUCKETS; i++) {
      if (!Arrays.equals(here[i], there[i])) {
        chosen[i] = true;
        keys += Math.max(here[i][0], there[i][0]);
      }
      if (keys >= AT_ONCE || (i == BUCKETS - 1 && keys > 0)) {
        compare(chosen, differences);
        chosen = new boolean[BUCKETS];
        keys = 0;
      }
    }
    return differences.size() > MOST ? differences.subList(0, MOST) : differences;
  }

  private long[][] buckets(Keys keys) throws IOException {
    long[][] buckets = new long[BUCKETS][3];
    keys.read(
        database,
        key -> true,
        (number, key, expires, length, dump) -> {
          KeyDigest digest = dumps.read(key, length, dump, OutputStream.nullOutputStream());
          if (counts(digest.type(), expires)) {
            if (expiry) {
              expiryDigest.read(key, expires);
              digest = expiryDigest;
            }
            long[] bucket = buckets[bucket(key)];
            bucket[0]++;
            bucket[1] += digest.high();
            bucket[2] += digest.low();
          }
          work.progress().advance(1);
        });
    return buckets;
  }

  private boolean counts(KeyType type, long expires) {
    return expiry ? expires != KeyHandler.NEVER : type.word().equals(kind);
  }

  private static int bucket(byte[] key) {
    int hash = Arrays.hashCode(key) * 0x9e3779b9;
    return (hash >>> 16 ^ hash) & (BUCKETS - 1);
  }

  private void compare(boolean[] chosen, List<KeyDifference> differences) throws IOException {
    if (differences.size() > MOST) {
      return;
    }
    Set<ByteBuffer> suspects = new HashSet<>();
    Map<ByteBuffer, KeyFacts> here = read(source, key -> chosen[bucket(key)]);
    Map<ByteBuffer, KeyFacts> there = read(target, key -> chosen[bucket(key)]);
    suspects.addAll(here.keySet());
    suspects.addAll(there.keySet());
    suspects.removeIf(key -> kindOf(here.get(key), there.get(key)) == null);
    if (suspects.isEmpty()) {
      return;
    }
    Map<ByteBuffer, KeyFacts> hereAgain =
        read(source, key -> suspects.contains(ByteBuffer.wrap(key)));
    Map<ByteBuffer, KeyFacts> thereAgain =
        read(target, key -> suspects.contains(ByteBuffer.wrap(key)));
    for (ByteBuffer key : suspects) {
      Kind difference = kindOf(hereAgain.get(key), thereAgain.get(key));
      if (difference != null) {
        differences.add(new KeyDifference(KeyName.shown(bytes(key)), difference));
      }
    }
  }

  private static byte[] bytes(ByteBuffer key) {
    byte[] bytes = new byte[key.remaining()];
    key.duplicate().get(bytes);
    return bytes;
  }

  private Map<ByteBuffer, KeyFacts> read(Keys keys, Predicate<byte[]> wanted) throws IOException {
    Map<ByteBuffer, KeyFacts> facts = new HashMap<>();
    keys.read(
        database,
        wanted,
        (number, key, expires, length, dump) -> {
          KeyDigest digest = dumps.read(key, length, dump, OutputStream.nullOutputStream());
          facts.put(ByteBuffer.wrap(key), KeyFacts.of(digest, expires));
        });
    return facts;
  }

  /** How the item's part of a key differs, or null. */
  private Kind kindOf(KeyFacts here, KeyFacts there) {
    if (expiry) {
      return here == null || there == null || here.sameExpiry(there) ? null : Kind.CHANGED;
    }
    boolean isHere = here != null && counts(here.type(), here.expiry());
    boolean isThere = there != null && counts(there.type(), there.expiry());
    if (isHere && isThere) {
      return here.sameValue(there) ? null : Kind.CHANGED;
    }
    if (isHere) {
      return there == null && here.isOver() ? null : Kind.MISSING;
    }
    return isThere && !(here == null && there.isOver()) ? Kind.UNEXPECTED : null;
  }
}
