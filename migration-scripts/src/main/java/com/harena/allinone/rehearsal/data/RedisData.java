package com.harena.allinone.rehearsal.data;

import com.harena.allinone.endpoint.Address;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.XAddParams;

/** The application's cache: sessions that expire, and what else it keeps there. */
public final class RedisData {
  /** Configuration of a server that answers as ElastiCache does: these commands are unknown. */
  public static final List<String> LIKE_ELASTICACHE =
      List.of(
              "bgrewriteaof",
              "bgsave",
              "config",
              "debug",
              "migrate",
              "module",
              "psync",
              "replicaof",
              "save",
              "shutdown",
              "slaveof",
              "sync")
          .stream()
          .map(command -> "rename-command %s \"\"".formatted(command.toUpperCase(Locale.ROOT)))
          .toList();

  private static final int BATCH = 2000;

  private final Address address;

  /** The server at that address, without a password. */
  public RedisData(Address address) {
    this.address = address;
  }

  /** Puts everything there. */
  public void fill(DataSet size) {
    try (Jedis redis = new Jedis(address.host(), address.port(), 20_000)) {
      AbstractPipeline pipeline = redis.pipelined();
      for (int n = 1; n <= size.sessions(); n++) {
        session(pipeline, n);
        if (n % BATCH == 0) {
          pipeline.sync();
        }
      }
      pipeline.hset("rates:EUR", Map.of("GBP", "0.8421", "USD", "1.0853", "CHF", "0.9377"));
      for (int n = 1; n <= 500; n++) {
        pipeline.zadd("spending:top", n * 1.25, "user:" + n);
        pipeline.rpush("queue:mails", "{\"to\":\"user%d@example.org\"}".formatted(n));
        pipeline.sadd("users:online", "user:" + n * 3);
        pipeline.incrBy("limit:user:" + n, n % 60);
        pipeline.expire("limit:user:" + n, 86_400);
      }
      pipeline.xadd("events", Map.of("kind", "login", "user", "1"), xadd());
      pipeline.sync();
    }
  }

  private static XAddParams xadd() {
    return new XAddParams().id("1700000000000-0");
  }

  private static void session(AbstractPipeline pipeline, int n) {
    String value =
        "{\"user\":%d,\"csrf\":\"%08x\",\"language\":\"fr\",\"seen\":\"2026-11-0%dT10:00:00Z\"}"
            .formatted(n, n * 0x9e3779b9, 1 + n % 9);
    pipeline.set("session:%06d".formatted(n), value, SetParams.setParams().ex(36_000L + n));
  }
}
