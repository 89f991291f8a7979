package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Types and sizes of the first keys that each database names, {@value #MOST} at most of each.
 *
 * @param types how many keys of each type
 * @param largest the largest, with their bytes of memory, largest first
 * @param looked how many were looked at
 */
record KeySample(Map<String, Integer> types, List<Large> largest, int looked) {
  private static final int MOST = 10_000;
  private static final int PORTION = 500;
  private static final int SHOWN = 5;
  private static final long MEBIBYTE = 1 << 20;
  private static final Set<String> KNOWN =
      Set.of("string", "list", "set", "hash", "zset", "stream", "none");

  /** A key and the memory that it takes. */
  record Large(String key, long bytes) {}

  KeySample {
    types = Map.copyOf(types);
    largest = List.copyOf(largest);
  }

  static KeySample take(RedisConnection connection, ServerInfo info, Work work) {
    Map<String, Integer> types = new TreeMap<>();
    List<Large> largest = new ArrayList<>();
    int looked = 0;
    for (int database : info.databases()) {
      connection.call("SELECT", database);
      Object cursor = 0;
      int seen = 0;
      do {
        work.proceed();
        List<?> reply = (List<?>) connection.call("SCAN", cursor, "COUNT", PORTION);
        cursor = reply.get(0);
        List<?> keys = (List<?>) reply.get(1);
        look(connection, database, keys, types, largest);
        seen += keys.size();
      } while (seen < MOST && !isZero((byte[]) cursor));
      looked += seen;
    }
    return new KeySample(types, largest, looked);
  }

  private static boolean isZero(byte[] cursor) {
    return cursor.length == 1 && cursor[0] == '0';
  }

  private static void look(
      RedisConnection connection,
      int database,
      List<?> keys,
      Map<String, Integer> types,
      List<Large> largest) {
    for (Object key : keys) {
      connection.send(Command.of("TYPE", key));
      connection.send(Command.of("MEMORY", "USAGE", key));
    }
    for (Object key : keys) {
      types.merge(String.valueOf(connection.reply()), 1, Integer::sum);
      if (connection.reply() instanceof Long bytes) {
        String name = "database %d: %s".formatted(database, KeyName.shown((byte[]) key));
        largest.add(new Large(name, bytes));
      }
    }
    largest.sort(Comparator.comparingLong(Large::bytes).reversed());
    largest.subList(Math.min(SHOWN, largest.size()), largest.size()).clear();
  }

  Finding finding() {
    String seen =
        "%d keys sampled: %s; largest: %s"
            .formatted(
                looked,
                types.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> "%d %s".formatted(entry.getValue(), entry.getKey()))
                    .collect(Collectors.joining(", ")),
                largest.stream()
                    .map(
                        large ->
                            "%s (%.1f MiB)"
                                .formatted(large.key(), (double) large.bytes() / MEBIBYTE))
                    .collect(Collectors.joining(", ")));
    List<String> unknown = types.keySet().stream().filter(type -> !KNOWN.contains(type)).toList();
    return unknown.isEmpty()
        ? Finding.ok("redis.keys", seen)
        : Finding.warning(
            "redis.keys",
            "%s; types of modules (%s) arrive only where the target has the same module, and are"
                    .formatted(seen, String.join(", ", unknown))
                + " compared by their bytes");
  }
}
