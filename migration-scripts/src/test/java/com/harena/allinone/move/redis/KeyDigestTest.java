package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.harena.allinone.move.redis.rdb.DamagedValue;
import com.harena.allinone.move.redis.rdb.KeyType;
import com.harena.allinone.move.redis.rdb.Payload;
import com.harena.allinone.move.redis.rdb.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Values are known by what they are, whatever server kept them, in whatever encoding. */
final class KeyDigestTest {
  private static final KeyId KEY = new KeyId(0, new byte[0]);

  /** Dumps of the same keys, recorded from Redis 6.2, 7.0, 8.2 and Valkey 9. */
  private final Map<String, List<byte[]>> dumps = new TreeMap<>();

  KeyDigestTest() throws IOException {
    try (InputStream in = KeyDigestTest.class.getResourceAsStream("/redis/dumps.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .forEach(
              words ->
                  dumps
                      .computeIfAbsent(words[0], absent -> new ArrayList<>())
                      .add(HexFormat.of().parseHex(words[1])));
    }
  }

  private static KeyFacts facts(byte[] dump) throws IOException {
    KeyDigest digest = new KeyDigest();
    digest.read(KEY, payload(dump));
    return KeyFacts.of(digest, KeyHandler.NEVER);
  }

  private static Payload payload(byte[] dump) {
    return Payload.of(dump, 0, dump.length - Value.TRAILER);
  }

  @Test
  void theSameValueIsEqualInTheEncodingsOfAllVersions() throws IOException {
    assertThat(dumps).hasSize(9);
    for (Map.Entry<String, List<byte[]>> key : dumps.entrySet()) {
      assertThat(key.getValue()).as(key.getKey()).hasSizeGreaterThan(2);
      for (byte[] dump : key.getValue()) {
        assertThat(facts(dump)).as(key.getKey()).isEqualTo(facts(key.getValue().get(0)));
      }
    }
  }

  @Test
  void everyTypeIsToldFromTheOthers() throws IOException {
    Map<String, KeyType> types = new TreeMap<>();
    for (Map.Entry<String, List<byte[]>> key : dumps.entrySet()) {
      types.put(key.getKey(), facts(key.getValue().get(0)).type());
    }
    assertThat(types)
        .isEqualTo(
            Map.of(
                "n", KeyType.STRING,
                "s", KeyType.STRING,
                "l", KeyType.LIST,
                "e", KeyType.SET,
                "i", KeyType.SET,
                "h", KeyType.HASH,
                "t", KeyType.HASH,
                "z", KeyType.ZSET,
                "x", KeyType.STREAM));
  }

  @Test
  void aFieldWithALifeOfItsOwnCountsUntilItIsPassedOver() throws IOException {
    for (byte[] dump : dumps.get("t")) {
      KeyDigest all = new KeyDigest();
      all.read(KEY, payload(dump));
      KeyDigest some = new KeyDigest();
      some.passOver(4_102_444_800_122L);
      some.read(KEY, payload(dump));
      assertThat(some.low()).isEqualTo(all.low());
      some.passOver(4_102_444_800_123L);
      some.read(KEY, payload(dump));
      assertThat(some.low()).isNotEqualTo(all.low());
      assertThat(some.isEmptyHash()).isFalse();
    }
  }

  /**
   * Each of them may be a value again; what must not happen is anything but that or this failure.
   */
  @Test
  void aDamagedValueIsSaidToBeDamagedOrIsAnotherValue() {
    for (List<byte[]> sameKey : dumps.values()) {
      for (byte[] dump : sameKey) {
        for (int length = Value.TRAILER + 1; length < dump.length; length++) {
          assertThat(catchThrowable(dump, length)).isInstanceOf(DamagedValue.class);
        }
        for (int i = 0; i < dump.length - Value.TRAILER; i++) {
          for (int bit = 1; bit < 256; bit <<= 1) {
            byte[] flipped = dump.clone();
            flipped[i] ^= (byte) bit;
            Throwable thrown = catchThrowable(flipped, dump.length);
            assertThat(thrown == null || thrown instanceof DamagedValue).as("%s", thrown).isTrue();
          }
        }
      }
    }
  }

  private static Throwable catchThrowable(byte[] dump, int length) {
    return org.assertj.core.api.Assertions.catchThrowable(() -> facts(Arrays.copyOf(dump, length)));
  }

  @Test
  void aDamagedValueNamesItsKey() {
    byte[] dump = {25, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    assertThatThrownBy(
            () ->
                new DumpReader()
                    .read(
                        new KeyId(0, Command.bytes("shop:7")),
                        dump.length,
                        new ByteArrayInputStream(dump),
                        OutputStream.nullOutputStream()))
        .isInstanceOf(DamagedValue.class)
        .hasMessageStartingWith("key shop:7: ");
  }
}
