package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.redis.rdb.DumpFormat;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import com.harena.allinone.testing.MemoryWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose clock counts. */
final class KeyComparisonTest {
  private static final long HOUR = 3_600_000;

  /** Keys with empty values, on a server whose clock goes its own way. */
  private record Fixed(long now, List<String> names, long expiry) implements Keys {
    private Fixed {
      names = List.copyOf(names);
    }

    @Override
    public void read(Predicate<KeyId> wanted, KeyHandler handler) throws IOException {
      byte[] dump = DumpFormat.emptyString(9);
      for (String name : names) {
        KeyId key = new KeyId(0, Command.bytes(name));
        if (wanted.test(key)) {
          handler.key(key, expiry, dump.length, new ByteArrayInputStream(dump));
        }
      }
    }
  }

  private static List<KeyDifference> between(Keys source, Keys target) throws IOException {
    return new KeyComparison(
            source, target, new Item("string", "all databases", 1, "", ""), new MemoryWork())
        .differences();
  }

  @Test
  void aKeyIsOverByTheClockOfTheServersNotByThatOfThisMachine() throws IOException {
    long later = System.currentTimeMillis() + 10 * HOUR;
    Keys source = new Fixed(later - HOUR, List.of("a"), later);
    assertThat(between(source, new Fixed(later, List.of(), 0)))
        .as("expired on a target whose clock is ahead")
        .isEmpty();
    assertThat(between(source, new Fixed(later - HOUR, List.of(), 0)))
        .as("expired on neither")
        .containsExactly(new KeyDifference("a", Kind.MISSING));
    long before = System.currentTimeMillis() - 10 * HOUR;
    assertThat(
            between(
                new Fixed(before - HOUR, List.of("a"), before),
                new Fixed(before - HOUR, List.of(), 0)))
        .as("alive by both clocks, which are late")
        .containsExactly(new KeyDifference("a", Kind.MISSING));
  }

  @Test
  void aBackupHasNoClock() throws IOException {
    long expiry = System.currentTimeMillis() + HOUR;
    Keys backup = new Fixed(Long.MIN_VALUE, List.of("a"), expiry);
    assertThat(between(backup, new Fixed(expiry + 1, List.of(), 0))).isEmpty();
    assertThat(between(backup, new Fixed(expiry - HOUR, List.of(), 0)))
        .containsExactly(new KeyDifference("a", Kind.MISSING));
  }

  @Test
  void asManyAsAHundredThousandLostKeysAreNamed() throws IOException {
    Keys none = new Fixed(0, List.of(), 0);
    assertThat(between(new Fixed(0, many(60_001), KeyHandler.NEVER), none)).hasSize(60_001);
    assertThat(between(new Fixed(0, many(120_000), KeyHandler.NEVER), none)).hasSize(100_000);
  }

  private static List<String> many(int keys) {
    return IntStream.range(0, keys).mapToObj(i -> "key " + i).toList();
  }
}
