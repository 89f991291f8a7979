package com.harena.allinone.move.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** A value as the commands of its type tell it: what our own reading of dumps is held against. */
final class TypedValue {
  private TypedValue() {}

  static String of(Jedis jedis, byte[] key) {
    String value =
        switch (jedis.type(key)) {
          case "string" -> text(jedis.get(key));
          case "list" -> texts(jedis.lrange(key, 0, -1)).toString();
          case "set" -> new TreeSet<>(texts(jedis.smembers(key))).toString();
          case "hash" -> hash(jedis.hgetAll(key)).toString();
          case "zset" -> texts(jedis.zrangeWithScores(key, 0, -1)).toString();
          case "stream" -> stream(jedis, key);
          default -> throw new IllegalStateException(jedis.type(key));
        };
    return "%s %s %s".formatted(text(key), jedis.type(key), value);
  }

  private static String stream(Jedis jedis, byte[] key) {
    String name = new String(key, StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    text.append(texts(jedis.xrange(key, (byte[]) null, null))).append(lastId(jedis, name));
    jedis
        .xinfoGroups(name)
        .forEach(
            group -> {
              text.append(group.getName()).append(group.getLastDeliveredId());
              text.append(
                  raw(
                      jedis.sendCommand(
                          Command.XPENDING, name, group.getName(), "-", "+", "1000000")));
              Set<String> consumers = new TreeSet<>();
              jedis
                  .xinfoConsumers2(name, group.getName())
                  .forEach(consumer -> consumers.add(consumer.getName() + consumer.getPending()));
              text.append(consumers);
            });
    return text.toString();
  }

  /** Jedis cannot read what a newer server makes of the deleted entries of an older one. */
  private static String lastId(Jedis jedis, String name) {
    List<?> facts = (List<?>) jedis.sendCommand(Command.XINFO, "STREAM", name);
    for (int i = 0; i < facts.size(); i += 2) {
      if (text(facts.get(i)).equals("last-generated-id")) {
        return text(facts.get(i + 1));
      }
    }
    throw new IllegalStateException(name);
  }

  /** Without the third column of a pending entry: how long ago, which passes. */
  private static String raw(Object reply) {
    return ((List<?>) reply)
        .stream()
            .map(row -> (List<?>) row)
            .map(row -> text(row.get(0)) + text(row.get(1)) + row.get(3))
            .collect(Collectors.joining(";"));
  }

  private static Map<String, String> hash(Map<byte[], byte[]> fields) {
    Map<String, String> texts = new TreeMap<>();
    fields.forEach((field, value) -> texts.put(text(field), text(value)));
    return texts;
  }

  private static List<String> texts(Iterable<?> values) {
    List<String> texts = new java.util.ArrayList<>();
    values.forEach(value -> texts.add(text(value)));
    return texts;
  }

  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return value instanceof Iterable<?> values ? texts(values).toString() : String.valueOf(value);
  }
}
