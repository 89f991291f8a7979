package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Sources as ElastiCache runs them, with a password and without the commands it forbids. */
final class RedisManagedSourceIT {
  static final String[] FORBIDDEN = {
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
    return bench.store().checker().check(new MemoryWork()).stream()
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
      bench.store().source().freeze(new MemoryWork());
      bench.store().source().unfreeze(new MemoryWork());
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
}
