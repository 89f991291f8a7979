package com.harena.allinone.move.redis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;

/** Every type in every encoding, odd names, expiries, and keys in all sixteen databases. */
final class SampleKeys {
  static final int SESSIONS = 4_000;

  private static final Random RANDOM = new Random(4);

  /** With these a listpack writes the length backwards in a byte more than it would need. */
  private static final int[] EDGES = {16_378, 2_097_146};

  private SampleKeys() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static void fill(Jedis jedis) {
    strings(jedis);
    collections(jedis);
    sortedSets(jedis);
    stream(jedis);
    for (int database = 1; database < 16; database++) {
      jedis.select(database);
      jedis.set("only here", "database " + database);
    }
    jedis.select(3);
    Pipeline pipeline = jedis.pipelined();
    for (int i = 0; i < SESSIONS; i++) {
      pipeline.setex("session:" + i, 3600 + i, "{\"user\":%d,\"cart\":[]}".formatted(i));
    }
    pipeline.sync();
    jedis.select(0);
  }

  private static void strings(Jedis jedis) {
    jedis.set("", "empty name");
    jedis.set("empty value", "");
    jedis.set("number", "-9223372036854775808");
    jedis.set("small number", "12");
    jedis.set("negative number", "-70000");
    jedis.set("almost a number", "007");
    jedis.set("ünï¢ødé ✓", "värde ✓");
    jedis.set("repeating", "abcabcabd".repeat(40_000));
    jedis.set("zeros", "0".repeat(3_000_000));
    jedis.set(bytes("random"), random(300_000));
    jedis.set(new byte[] {0, (byte) 0xff, '\r', '\n', '\\'}, new byte[] {0, 1, 2, (byte) 0xff});
    jedis.psetex("living", 7_200_123, "still");
    jedis.pexpireAt("number", 4_102_444_800_123L);
  }

  private static void collections(Jedis jedis) {
    jedis.rpush("list", "b", "a", "", "a", "12", "-5000000000", "x".repeat(500));
    jedis.sadd("numbers", "1", "2", "70000", "-5", "5000000000");
    jedis.sadd("small set", "a", "", "é");
    jedis.hset("small hash", Map.of("a", "1", "b", "", "", "c", "n", "-129"));
    jedis.hset("deep hash", Map.of("long", "v".repeat(5000)));
    jedis.rpush("lengths", "x".repeat(EDGES[0]), "y".repeat(EDGES[1]), "after");
    Pipeline pipeline = jedis.pipelined();
    for (int i = 0; i < 5000; i++) {
      pipeline.rpush("long list", "element " + i);
      pipeline.sadd("large set", "member " + i);
      pipeline.hset(bytes("large hash"), bytes("field " + i), random(i % 50));
    }
    pipeline.rpush(bytes("huge elements"), random(100_000), random(9000), new byte[0]);
    pipeline.expire("large hash", 86_400);
    pipeline.sync();
  }

  private static void sortedSets(Jedis jedis) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("zero", 0.0);
    scores.put("minus zero", -0.0);
    scores.put("third", 1.0 / 3);
    scores.put("infinite", Double.POSITIVE_INFINITY);
    scores.put("least", Double.NEGATIVE_INFINITY);
    scores.put("tiny", 4.9e-324);
    scores.put("large", 1.7976931348623157e308);
    scores.put("whole", 1e17);
    jedis.zadd("small scores", scores);
    for (int i = 0; i < 1000; i++) {
      scores.put("member " + i, i / 7.0);
    }
    jedis.zadd("large scores", scores);
  }

  private static void stream(Jedis jedis) {
    Pipeline pipeline = jedis.pipelined();
    for (int i = 1; i <= 700; i++) {
      Map<String, String> entry =
          i % 10 == 0 ? Map.of("other", "" + i) : Map.of("temperature", "" + i, "unit", "°C");
      pipeline.xadd(
          "stream", entry, XAddParams.xAddParams().id(new StreamEntryID(1000 + i / 3, i)));
    }
    for (int edge : EDGES) {
      pipeline.xadd(
          "stream",
          Map.of("long", "z".repeat(edge)),
          XAddParams.xAddParams().id(new StreamEntryID(1000 + 234, edge)));
    }
    pipeline.sync();
    jedis.xdel("stream", new StreamEntryID(1000 + 1, 3), new StreamEntryID(1000 + 233, 700));
    jedis.xgroupCreate("stream", "readers", new StreamEntryID(1000 + 1, 4), false);
    jedis.xgroupCreate("stream", "idle readers", new StreamEntryID(), false);
    read(jedis, "anna", 40);
    read(jedis, "bert", 7);
    jedis.xack("stream", "readers", new StreamEntryID(1000 + 2, 6));
    jedis.xgroupCreateConsumer("stream", "readers", "nobody");
    jedis.xadd("emptied", Map.of("a", "b"), XAddParams.xAddParams().id(new StreamEntryID(5, 5)));
    jedis.xdel("emptied", new StreamEntryID(5, 5));
    jedis.xgroupCreate("never filled", "g", new StreamEntryID(), true);
  }

  private static void read(Jedis jedis, String consumer, int count) {
    jedis.xreadGroup(
        "readers",
        consumer,
        XReadGroupParams.xReadGroupParams().count(count),
        Map.of("stream", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
  }
}
