package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.KeyType;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.io.OutputStream;
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
 * between two readings is told as it is. What has expired by the later of both servers' clocks, or
 * is about to, is not missing on either side: a key whose life is over, or a field of a hash that
 * ends within half a minute. At most {@value #MOST} keys are named.
 */
final class KeyComparison {
  /** Two lives this close are equal. */
  static final Duration TOLERANCE = Duration.ofSeconds(1);

  /** A field of a hash this close to its end may be read on one side and be gone on the other. */
  private static final Duration FIELD_ENDS = Duration.ofSeconds(30);

  private static final int MOST = 100_000;
  private static final int BUCKETS = 1 << 14;
  private static final int AT_ONCE = 50_000;

  private final Keys source;
  private final Keys target;
  private final Work work;
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
  }

  List<KeyDifference> differences() throws IOException {
    work.progress().begin("finding what differs", 0, Progress.Unit.KEYS);
    dumps.passOver(now() + TOLERANCE.toMillis());
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
        key -> true,
        (key, expires, length, dump) -> {
          KeyDigest digest = dumps.read(key, length, dump, OutputStream.nullOutputStream());
          if (!digest.isEmptyHash() && counts(digest.type(), expires)) {
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

  private static int bucket(KeyId key) {
    int hash = key.hashCode() * 0x9e3779b9;
    return (hash >>> 16 ^ hash) & (BUCKETS - 1);
  }

  private void compare(boolean[] chosen, List<KeyDifference> differences) throws IOException {
    if (differences.size() > MOST) {
      return;
    }
    Set<KeyId> suspects = new HashSet<>();
    Map<KeyId, KeyFacts> here = read(source, key -> chosen[bucket(key)]);
    Map<KeyId, KeyFacts> there = read(target, key -> chosen[bucket(key)]);
    suspects.addAll(here.keySet());
    suspects.addAll(there.keySet());
    long over = now() + TOLERANCE.toMillis();
    suspects.removeIf(key -> kindOf(here.get(key), there.get(key), over) == null);
    if (!suspects.isEmpty()) {
      compareAgain(suspects, differences);
    }
  }

  private void compareAgain(Set<KeyId> suspects, List<KeyDifference> differences)
      throws IOException {
    dumps.passOver(now() + FIELD_ENDS.toMillis());
    Map<KeyId, KeyFacts> hereAgain = read(source, suspects::contains);
    Map<KeyId, KeyFacts> thereAgain = read(target, suspects::contains);
    long over = now() + TOLERANCE.toMillis();
    for (KeyId key : suspects) {
      Kind difference = kindOf(hereAgain.get(key), thereAgain.get(key), over);
      if (difference != null) {
        differences.add(new KeyDifference(key.shown(), difference));
      }
    }
  }

  private Map<KeyId, KeyFacts> read(Keys keys, Predicate<KeyId> wanted) throws IOException {
    Map<KeyId, KeyFacts> facts = new HashMap<>();
    keys.read(
        wanted,
        (key, expires, length, dump) -> {
          KeyDigest digest = dumps.read(key, length, dump, OutputStream.nullOutputStream());
          if (!digest.isEmptyHash()) {
            facts.put(key, KeyFacts.of(digest, expires));
          }
        });
    return facts;
  }

  private long now() {
    return Math.max(source.now(), target.now());
  }

  /** How the item's part of a key differs, or null; what is over by that time may be gone. */
  private Kind kindOf(KeyFacts here, KeyFacts there, long over) {
    if (expiry) {
      return here == null || there == null || here.sameExpiry(there) ? null : Kind.CHANGED;
    }
    boolean isHere = here != null && counts(here.type(), here.expiry());
    boolean isThere = there != null && counts(there.type(), there.expiry());
    if (isHere && isThere) {
      return here.sameValue(there) ? null : Kind.CHANGED;
    }
    if (isHere) {
      return there == null && here.isOver(over) ? null : Kind.MISSING;
    }
    return isThere && !(here == null && there.isOver(over)) ? Kind.UNEXPECTED : null;
  }
}
