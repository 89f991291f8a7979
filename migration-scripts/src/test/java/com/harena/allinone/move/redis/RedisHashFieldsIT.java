package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Fields of hashes that expire by themselves, as Redis 7.4 and newer have them. */
final class RedisHashFieldsIT {
  private static final long FAR = 4_102_444_800_123L;

  @TempDir private Path folder;
  private RedisBench bench;

  @AfterEach
  void end() {
    bench.close();
  }

  private void newestToNewest() throws IOException {
    bench =
        RedisBench.between(
            folder.resolve("backup"),
            RedisBench.newest(folder.resolve("source")),
            RedisBench.newest(folder.resolve("target")));
    try (Jedis source = bench.source()) {
      fill(source);
    }
  }

  /** One hash that is packed, and one that is not. */
  private static void fill(Jedis source) {
    source.hset("small", Map.of("token", "a", "name", "b"));
    source.hpexpireAt("small", FAR, "token");
    for (int i = 0; i < 1000; i++) {
      source.hset("large", "field " + i, "value " + i);
    }
    source.hpexpireAt("large", FAR, "field 7");
    source.hpexpireAt("large", FAR + 5_000, "field 8");
  }

  @Test
  void theirLivesArriveToTheMillisecond() throws IOException {
    newestToNewest();
    Inventory contents = bench.move();
    assertThat(bench.items(Side.TARGET))
        .isEqualTo(bench.items(Side.SOURCE))
        .isEqualTo(contents.items());
    try (Jedis target = bench.target()) {
      assertThat(target.hpexpireTime("small", "token", "name")).containsExactly(FAR, -1L);
      assertThat(target.hpexpireTime("large", "field 7", "field 8"))
          .containsExactly(FAR, FAR + 5_000);
    }
  }

  @Test
  void aChangedLifeOfOneIsFound() throws IOException {
    newestToNewest();
    Inventory contents = bench.move();
    try (Jedis target = bench.target()) {
      target.hpexpireAt("small", FAR + 60_000, "token");
      target.hpersist("large", "field 8");
    }
    Map<String, List<KeyDifference>> found = bench.differences();
    assertThat(found).containsOnlyKeys("hash of all databases");
    assertThat(found.get("hash of all databases"))
        .containsExactlyInAnyOrder(
            new KeyDifference("small", Kind.CHANGED), new KeyDifference("large", Kind.CHANGED));
    assertThat(bench.differencesFromBackup(contents)).isEqualTo(found);
  }

  @Test
  void thoseThatExpiredSinceTheBackupAreNoDifference() throws Exception {
    newestToNewest();
    try (Jedis source = bench.source()) {
      source.hset("half", Map.of("short", "1", "long", "2"));
      source.hpexpire("half", 1500, "short");
      source.hset("whole", Map.of("a", "1", "b", "2"));
      source.hpexpire("whole", 1500, "a", "b");
      Inventory contents = bench.backUp();
      while (source.exists("whole")) {
        Thread.sleep(50);
      }
      bench.store().sink().restore(bench.folder(), contents, new MemoryWork());
      assertThat(bench.differences()).isEmpty();
      assertThat(bench.differencesFromBackup(contents)).isEmpty();
      assertThat(contents.items()).isNotEqualTo(bench.items(Side.SOURCE));
    }
  }

  @Test
  void anOlderTargetCannotHaveThemAndTheKeyIsNamed() throws IOException {
    bench =
        RedisBench.between(
            folder.resolve("backup"),
            RedisBench.newest(folder.resolve("source")),
            RedisBench.newer(folder.resolve("target")));
    try (Jedis source = bench.source()) {
      fill(source);
      source.del("large");
      assertThat(bench.store().checker().check(new MemoryWork()))
          .anyMatch(
              finding ->
                  finding.level() == Finding.Level.WARNING
                      && finding.message().contains("fields of hashes with an expiry"));
      assertThatThrownBy(bench::move)
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("refuses key small: ERR unknown command 'HPEXPIREAT'");
      source.hpersist("small", "token");
      bench.move();
      assertThat(bench.differences()).isEmpty();
    }
  }
}
