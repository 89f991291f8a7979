package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.NewestRedis;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** What a check of two servers tells before anything is moved. */
final class RedisCheckIT {
  @TempDir private Path folder;

  private static List<Finding> check(RedisBench bench, Finding.Level level) {
    return bench.store().checker().check(new MemoryWork()).stream()
        .filter(finding -> finding.level() == level)
        .toList();
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
      assertThat(bench.store().checker().check(new MemoryWork()).toString())
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
      assertThatThrownBy(bench::backUp)
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("(source): runs in cluster mode");
    }
  }

  @Test
  void whatIsNoKeyDoesNotMoveAndIsNamed() throws IOException {
    RedisServer source =
        RedisBench.newest(folder.resolve("source"), "loadmodule " + NewestRedis.module());
    RedisServer target = RedisBench.newest(folder.resolve("target"));
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), source, target);
        Jedis old = bench.source();
        Jedis fresh = bench.target()) {
      old.functionLoad(FUNCTION);
      old.aclSetUser("shop", "on", ">password-of-shop", "~*", "+@all");
      assertThat(check(bench, Finding.Level.ERROR))
          .extracting(Finding::code)
          .containsExactly("redis.modules", "redis.functions");
      assertThat(bench.store().checker().check(new MemoryWork()).toString())
          .contains("has loaded: graph;", "other code: prices;", "has: shop;")
          .doesNotContain("password-of-shop");
      fresh.functionLoad(FUNCTION.replace("42", "43"));
      assertThat(check(bench, Finding.Level.ERROR)).hasSize(2);
      fresh.functionLoadReplace(FUNCTION);
      fresh.aclSetUser("shop", "on", ">another", "~*", "+@all");
      assertThat(check(bench, Finding.Level.ERROR))
          .extracting(Finding::code)
          .containsExactly("redis.modules");
      assertThat(check(bench, Finding.Level.WARNING))
          .extracting(Finding::code)
          .containsExactly("redis.target.persistence");
      theTypeOfAModuleIsNamed(bench, old);
    }
  }

  private static void theTypeOfAModuleIsNamed(RedisBench bench, Jedis old) {
    old.sendCommand(() -> SampleKeys.bytes("GRAPH.QUERY"), "friends", "CREATE (:p {n:1})");
    assertThat(check(bench, Finding.Level.WARNING).toString())
        .contains("types of modules (graphdata)");
    assertThatThrownBy(bench::move)
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("(target): does not know the type of key friends");
  }

  private static final String FUNCTION =
      """
      #!lua name=prices
      redis.register_function('price', function(keys, args) return 42 end)
      """;
}
