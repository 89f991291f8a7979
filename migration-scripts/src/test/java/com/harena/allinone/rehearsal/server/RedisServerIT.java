package com.harena.allinone.rehearsal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Redis servers, this machine's and the one that is fetched. */
final class RedisServerIT {
  @TempDir Path folder;

  @Test
  void keepsItsDataOverARestartInGoodOrder() {
    try (RedisServer server = RedisServer.start(Checkout.servers(), folder, List.of())) {
      try (Jedis redis = client(server)) {
        redis.set("kept", "yes");
      }
      server.restart();
      try (Jedis redis = client(server)) {
        assertThat(redis.get("kept")).isEqualTo("yes");
      }
    }
  }

  @Test
  void takesLinesOfConfiguration() {
    List<String> lines = List.of("rename-command CONFIG \"\"", "requirepass secret");
    try (RedisServer server = RedisServer.start(Checkout.servers(), folder, lines);
        Jedis redis = client(server)) {
      redis.auth("secret");
      assertThatThrownBy(() -> redis.configGet("maxmemory"))
          .isInstanceOf(JedisDataException.class)
          .hasMessageContaining("unknown command");
    }
  }

  @Test
  void runsTheFetchedServerWhereTheMachineHasNone() {
    Path fetched = Checkout.servers().fetchedRedis();
    try (RedisServer server = RedisServer.start(fetched, folder, List.of());
        Jedis redis = client(server)) {
      assertThat(redis.info("server")).contains("redis_version:6.2.");
    }
  }

  @Test
  void answersNothingWhileSuspendedOrKilled() {
    try (RedisServer server = RedisServer.start(Checkout.servers(), folder, List.of())) {
      server.suspend();
      assertThatThrownBy(() -> ping(server)).isInstanceOf(JedisConnectionException.class);
      server.resume();
      assertThat(ping(server)).isEqualTo("PONG");
      server.kill();
      assertThatThrownBy(() -> ping(server)).isInstanceOf(JedisConnectionException.class);
    }
  }

  @Test
  void saysWhyItDoesNotStart() {
    assertThatThrownBy(
            () -> RedisServer.start(Checkout.servers(), folder, List.of("maxmemory plenty")))
        .isInstanceOf(ServerUnavailable.class)
        .hasMessageContaining("Redis ended with status 1")
        .hasMessageContaining("maxmemory plenty");
  }

  private static String ping(RedisServer server) {
    try (Jedis redis = client(server)) {
      return redis.ping();
    }
  }

  private static Jedis client(RedisServer server) {
    return new Jedis(server.address().host(), server.address().port(), 1000);
  }
}
