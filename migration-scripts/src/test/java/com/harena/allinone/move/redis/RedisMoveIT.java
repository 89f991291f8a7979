package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Every type of every database arrives, on servers of the same and of different versions. */
final class RedisMoveIT {
  @TempDir private Path folder;

  private void arrives(RedisServer from, RedisServer to) throws IOException {
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), from, to)) {
      try (Jedis jedis = bench.source()) {
        SampleKeys.fill(jedis);
      }
      Inventory contents = bench.move();
      assertThat(bench.items(Side.SOURCE)).isEqualTo(contents.items());
      assertThat(bench.differences()).isEmpty();
      assertThat(bench.items(Side.TARGET)).isEqualTo(contents.items());
      try (Jedis old = bench.source();
          Jedis fresh = bench.target()) {
        assertThat(fresh.dbSize()).isEqualTo(old.dbSize() + 1);
        bench.store().sink().finish(new MemoryWork());
        assertThat(fresh.dbSize()).isEqualTo(old.dbSize());
        assertThat(fresh.get("living")).isEqualTo("still");
        for (int database : new int[] {0, 1, 15}) {
          old.select(database);
          fresh.select(database);
          for (byte[] key : old.keys(new byte[] {'*'})) {
            assertThat(TypedValue.of(fresh, key)).isEqualTo(TypedValue.of(old, key));
          }
        }
      }
    }
  }

  @Test
  void everythingArrivesOnTheSameVersion() throws IOException {
    arrives(RedisBench.older(folder.resolve("source")), RedisBench.older(folder.resolve("target")));
  }

  @Test
  void everythingArrivesOnANewerServer() throws IOException {
    arrives(RedisBench.older(folder.resolve("source")), RedisBench.newer(folder.resolve("target")));
  }

  @Test
  void everythingArrivesOnTheNewestServerFromARecentOne() throws IOException {
    arrives(
        RedisBench.newer(folder.resolve("source")), RedisBench.newest(folder.resolve("target")));
  }

  @Test
  void everythingArrivesOnAnOlderServerByTypedCommands() throws IOException {
    arrives(
        RedisBench.newest(folder.resolve("source")), RedisBench.older(folder.resolve("target")));
  }

  @Test
  void aDatabaseThatOnlyTheMarkIsInIsNoDifference() throws IOException {
    try (RedisBench bench =
        RedisBench.between(
            folder.resolve("backup"),
            RedisBench.older(folder.resolve("source")),
            RedisBench.older(folder.resolve("target")))) {
      Inventory nothing = bench.move();
      assertThat(bench.differences()).isEmpty();
      assertThat(bench.differencesFromBackup(nothing)).isEmpty();
      try (Jedis jedis = bench.source()) {
        jedis.select(2);
        jedis.set("only here", "1");
      }
      assertThat(bench.differences()).containsOnlyKeys("string of all databases");
      Inventory contents = bench.move();
      assertThat(bench.differences()).isEmpty();
      assertThat(bench.differencesFromBackup(contents)).isEmpty();
    }
  }
}
