package com.harena.allinone.move.redis;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What {@code INFO} says: names and values. */
record ServerInfo(Map<String, String> values) {
  ServerInfo {
    values = Map.copyOf(values);
  }

  static ServerInfo read(RedisConnection connection) {
    Map<String, String> values = new TreeMap<>();
    for (String section :
        new String[] {"server", "memory", "replication", "cluster", "keyspace", "persistence"}) {
      connection
          .text("INFO", section)
          .lines()
          .filter(line -> line.indexOf(':') > 0)
          .forEach(
              line -> {
                int colon = line.indexOf(':');
                values.put(line.substring(0, colon), line.substring(colon + 1).strip());
              });
    }
    return new ServerInfo(values);
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  long number(String name) {
    String text = text(name);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  /** The version by which commands and formats are told apart. */
  String version() {
    return text("redis_version");
  }

  /** Name and version for messages. */
  String product() {
    String valkey = text("valkey_version");
    return valkey.isEmpty() ? "Redis " + version() : "Valkey " + valkey;
  }

  /** Whether this is one of several servers that share the keys. */
  boolean isCluster() {
    return text("cluster_enabled").equals("1");
  }

  /** Major times 100 and minor: 602 for 6.2. */
  int release() {
    String[] parts = version().split("\\.", -1);
    return parts.length < 2 || !(parts[0] + parts[1]).matches("\\d{1,6}")
        ? 0
        : Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]);
  }

  /** Numbers of the logical databases that hold keys, in order. */
  int[] databases() {
    return values.keySet().stream()
        .filter(name -> name.matches("db\\d{1,5}"))
        .mapToInt(name -> Integer.parseInt(name.substring(2)))
        .sorted()
        .toArray();
  }

  /** Keys in all databases. */
  long keys() {
    return Arrays.stream(databases()).mapToLong(this::keys).sum();
  }

  /** Keys in one database. */
  long keys(int database) {
    String[] facts = text("db" + database).split("[=,]", 3);
    return facts.length > 1 && facts[1].matches("\\d{1,18}") ? Long.parseLong(facts[1]) : 0;
  }
}
