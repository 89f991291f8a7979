package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** Sources as ElastiCache runs them, checks before a move, and how writes are stopped. */
final class RedisManagedSourceIT {
  private static final String[] FORBIDDEN = {
    "rename-command CONFIG \"\"",
    "rename-command SYNC \"\"",
    "rename-command PSYNC \"\"",
    "rename-command MIGRATE \"\"",
    "rename-command REPLICAOF \"\"",
    "rename-command SAVE \"\"",
    "rename-command BGSAVE \"\"",
    "requirepass " + RedisBench.PASSWORD
  };

  @TempDir private Path folder;

  private List<Finding> check(RedisBench bench, Finding.Level level) {
    return bench.store().checker().check(new TestWork()).stream()
        .filter(finding -> finding.level() == level)
        .toList();
  }

  private static Jedis authenticated(Jedis jedis) {
    jedis.auth(RedisBench.PASSWORD);
    return jedis;
  }

  @Test
  void defect9APasswordIsUsedAndNeverShownAndForbiddenCommandsAreNotNeeded() throws IOException {
    RedisServer source = RedisBench.older(folder.resolve("source"), FORBIDDEN);
    RedisServer target = RedisBench.older(folder.resolve("target"), "appendonly yes");
    try (RedisBench bench = RedisBench.withPassword(folder.resolve("backup"), source, target);
        Jedis jedis = authenticated(bench.source())) {
      SampleKeys.fill(jedis);
      assertThat(check(bench, Finding.Level.ERROR)).isEmpty();
      assertThat(check(bench, Finding.Level.WARNING)).isEmpty();
      bench.move();
      assertThat(bench.items(Side.TARGET)).isEqualTo(bench.items(Side.SOURCE));
      bench.store().source().freeze(new TestWork());
      bench.store().source().unfreeze(new TestWork());
    }
    passwordIsRefusedOrMissing();
  }

  private void passwordIsRefusedOrMissing() throws IOException {
    RedisServer open = RedisBench.older(folder.resolve("open"));
    RedisServer closed = RedisBench.older(folder.resolve("closed"), "requirepass other");
    RedisBench wrong = RedisBench.withPassword(folder.resolve("backup"), closed, open);
    assertThatThrownBy(wrong::backUp)
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("password of env:REDIS")
        .hasMessageNotContaining(RedisBench.PASSWORD);
    assertThat(check(wrong, Finding.Level.ERROR).toString())
        .contains("redis.source.reachable")
        .doesNotContain(RedisBench.PASSWORD);
    open.kill();
    try (RedisBench none = RedisBench.between(folder.resolve("backup"), closed, open)) {
      assertThat(check(none, Finding.Level.ERROR).toString())
          .contains("wants a password", "redis.target.reachable", "no answer");
    }
  }

  @Test
  void withConfigWritesAreRefusedUntilTheyAreLetThroughAgain() throws IOException {
    RedisServer server = RedisBench.older(folder.resolve("source"), "min-replicas-to-write 0");
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), server, server);
        Jedis jedis = bench.source()) {
      jedis.set("before", "1");
      jedis.configSet("min-replicas-max-lag", "0");
      bench.store().source().freeze(new TestWork());
      bench.store().source().freeze(new TestWork());
      assertThatThrownBy(() -> jedis.set("after", "1"))
          .isInstanceOf(JedisDataException.class)
          .hasMessageStartingWith("NOREPLICAS");
      assertThatThrownBy(() -> jedis.eval("return redis.call('SET', 'after', 1)"))
          .isInstanceOf(JedisDataException.class)
          .hasMessageContaining("NOREPLICAS");
      assertThat(bench.items(Side.SOURCE)).isNotEmpty();
      bench.store().source().unfreeze(new TestWork());
      bench.store().source().unfreeze(new TestWork());
      jedis.set("after", "1");
      assertThat(jedis.configGet("min-replicas-*"))
          .containsEntry("min-replicas-to-write", "0")
          .containsEntry("min-replicas-max-lag", "0");
    }
  }

  @Test
  void withoutConfigANewerServerPausesWrites() throws Exception {
    RedisServer server = RedisBench.newer(folder.resolve("source"), FORBIDDEN[0]);
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), server, server);
        Jedis jedis = bench.source()) {
      bench.store().source().freeze(new TestWork());
      Thread writer = new Thread(() -> jedis.set("while paused", "1"), "writer");
      writer.start();
      writer.join(500);
      assertThat(writer.isAlive()).isTrue();
      assertThat(bench.items(Side.SOURCE)).isEmpty();
      bench.store().source().unfreeze(new TestWork());
      writer.join(10_000);
      assertThat(writer.isAlive()).isFalse();
      assertThat(bench.items(Side.SOURCE)).isNotEmpty();
    }
  }

  @Test
  void withoutAnyOtherWayWritesThatGoOnAreNoticed() throws Exception {
    RedisServer server = RedisBench.older(folder.resolve("source"), FORBIDDEN[0]);
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), server, server);
        Jedis jedis = bench.source()) {
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; i < 40; i++) {
                  jedis.incr("counter");
                  pause();
                }
              },
              "writer");
      writer.start();
      assertThatThrownBy(() -> bench.store().source().freeze(new TestWork()))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("clients still write (incr)")
          .hasMessageContaining("stop the application");
      writer.join();
      bench.store().source().freeze(new TestWork());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void checkReportsEverythingAtOnce() throws IOException {
    RedisServer source = RedisBench.newer(folder.resolve("source"), "databases 20");
    RedisServer target =
        RedisBench.older(
            folder.resolve("target"),
            "maxmemory 3mb",
            "maxmemory-policy allkeys-lru",
            "databases 4");
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), source, target);
        Jedis old = bench.source();
        Jedis fresh = bench.target()) {
      SampleKeys.fill(old);
      fresh.set("theirs", "1");
      assertThat(check(bench, Finding.Level.ERROR))
          .extracting(Finding::code)
          .containsExactlyInAnyOrder("redis.target.empty", "redis.memory", "redis.databases");
      assertThat(check(bench, Finding.Level.WARNING))
          .extracting(Finding::code)
          .containsExactlyInAnyOrder("redis.target.persistence", "redis.version", "redis.eviction");
      assertThat(bench.store().checker().check(new TestWork()).toString())
          .contains("evict keys", "set databases 16 or more", "database 0: zeros", "7.", "6.2");
      assertThat(fresh.dbSize()).isEqualTo(1);
    }
  }

  @Test
  void clusterModeIsRefused() throws IOException {
    RedisServer source = RedisBench.older(folder.resolve("source"), "cluster-enabled yes");
    RedisServer target = RedisBench.older(folder.resolve("target"));
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), source, target)) {
      assertThat(check(bench, Finding.Level.ERROR).toString())
          .contains("redis.source.cluster", "runs in cluster mode");
    }
  }
}
