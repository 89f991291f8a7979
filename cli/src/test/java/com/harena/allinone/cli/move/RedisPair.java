package com.harena.allinone.cli.move;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.data.DataSet;
import com.harena.allinone.rehearsal.data.RedisData;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.rehearsal.server.ServerFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** A Redis like ElastiCache and one like the container; both ask for a password. */
final class RedisPair implements TestStore {
  static final String OLD_PASSWORD = "old-cache-5b20";
  static final String NEW_PASSWORD = "new-cache-e64d";
  private static final String MARK = "allinone:move";

  /** A frozen server lets a writer wait. */
  private static final int PATIENCE_MILLISECONDS = 1000;

  private final RedisServer source;
  private final RedisServer target;
  private final DataSet size;

  private RedisPair(RedisServer source, RedisServer target, DataSet size) {
    this.source = source;
    this.target = target;
    this.size = size;
  }

  static RedisPair start(ServerFiles files, Path folder, DataSet size) {
    return new RedisPair(
        RedisServer.start(files, folder.resolve("old"), RedisData.LIKE_ELASTICACHE),
        RedisServer.start(files, folder.resolve("new"), List.of("requirepass " + NEW_PASSWORD)),
        size);
  }

  Address address(Side side) {
    return (side == Side.SOURCE ? source : target).address();
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public String place() {
    return "string all databases";
  }

  @Override
  public void reset() {
    try (Jedis redis = administrator(source.address())) {
      redis.clientUnpause();
      redis.flushAll();
      redis.aclSetUser("default", "nopass");
    }
    new RedisData(source.address()).fill(size);
    try (Jedis redis = administrator(source.address())) {
      redis.aclSetUser("default", "resetpass", ">" + OLD_PASSWORD);
    }
    empty(Side.TARGET);
  }

  @Override
  public void grow(int times) {
    byte[] large = new byte[50_000_000];
    new Random(1).nextBytes(large);
    try (Jedis redis = open(Side.SOURCE)) {
      for (int n = 0; n < times * size.transactions() / 20; n++) {
        redis.setex("session:more:%06d".formatted(n), 36_000, "{\"user\":%d}".formatted(n));
      }
      redis.set("report".getBytes(StandardCharsets.US_ASCII), large);
    }
  }

  /** Removes every key. */
  void empty(Side side) {
    try (Jedis redis = open(side)) {
      redis.flushAll();
    }
  }

  /** Without a password until the first reset, with it afterwards. */
  private static Jedis administrator(Address address) {
    Jedis redis = new Jedis(address.host(), address.port());
    try {
      redis.ping();
    } catch (JedisDataException e) {
      redis.auth(OLD_PASSWORD);
    }
    return redis;
  }

  private Jedis open(Side side) {
    return new Jedis(
        new HostAndPort(address(side).host(), address(side).port()),
        DefaultJedisClientConfig.builder()
            .password(side == Side.SOURCE ? OLD_PASSWORD : NEW_PASSWORD)
            .socketTimeoutMillis(PATIENCE_MILLISECONDS)
            .build());
  }

  @Override
  public boolean oldSideTakesWrites() {
    try (Jedis redis = open(Side.SOURCE)) {
      redis.set("probe", "1");
      redis.del("probe");
      return true;
    } catch (JedisConnectionException e) {
      return false;
    }
  }

  @Override
  public void write(Side side, int number) {
    try (Jedis redis = open(side)) {
      redis.set(key(number), "1");
    }
  }

  @Override
  public String key(int number) {
    return "late:" + number;
  }

  @Override
  public Map<String, String> content(Side side) {
    Map<String, String> content = new TreeMap<>();
    try (Jedis redis = open(side)) {
      for (String key : redis.keys("*")) {
        if (!key.equals(MARK)) {
          content.put(key, value(redis, key) + " until " + redis.pexpireTime(key));
        }
      }
    }
    return content;
  }

  private static String value(Jedis redis, String key) {
    String type = redis.type(key);
    return switch (type) {
      case "string" -> redis.get(key);
      case "hash" -> new TreeMap<>(redis.hgetAll(key)).toString();
      case "list" -> redis.lrange(key, 0, -1).toString();
      case "set" -> new TreeSet<>(redis.smembers(key)).toString();
      case "zset" -> redis.zrangeWithScores(key, 0, -1).toString();
      case "stream" -> redis.xrange(key, "-", "+").toString();
      default -> throw new IllegalStateException(type);
    };
  }

  @Override
  public void close() {
    source.close();
    target.close();
  }
}
