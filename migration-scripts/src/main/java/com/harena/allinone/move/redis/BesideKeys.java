package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a server has besides keys. None of it moves, so what the old one has, the new one must have.
 *
 * @param modules names of those that were loaded, not of those that every server of its version has
 * @param libraries code of the libraries of functions, by name
 * @param users names of those who may log in, without the default user
 */
record BesideKeys(Set<String> modules, Map<String, String> libraries, Set<String> users) {
  BesideKeys {
    modules = Set.copyOf(modules);
    libraries = Map.copyOf(libraries);
    users = Set.copyOf(users);
  }

  static BesideKeys of(RedisConnection connection) {
    Set<String> modules = new TreeSet<>();
    for (Map<String, Object> module : maps(connection, "MODULE", "LIST")) {
      String path = text(module.getOrDefault("path", "/"));
      if (path.contains("/") || path.endsWith(".so")) {
        modules.add(text(module.get("name")));
      }
    }
    Map<String, String> libraries = new TreeMap<>();
    for (Map<String, Object> library : maps(connection, "FUNCTION", "LIST", "WITHCODE")) {
      libraries.put(text(library.get("library_name")), text(library.get("library_code")));
    }
    Set<String> users = new TreeSet<>();
    for (Object user : list(connection, "ACL", "USERS")) {
      users.add(text(user));
    }
    users.remove("default");
    return new BesideKeys(modules, libraries, users);
  }

  private static List<Map<String, Object>> maps(RedisConnection connection, Object... words) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (Object entry : list(connection, words)) {
      List<?> flat = (List<?>) entry;
      Map<String, Object> map = new HashMap<>();
      for (int i = 0; i + 1 < flat.size(); i += 2) {
        map.put(text(flat.get(i)), flat.get(i + 1));
      }
      maps.add(map);
    }
    return maps;
  }

  /**
   * A server that does not know or permit the question has nothing of the kind that its user made.
   */
  private static List<?> list(RedisConnection connection, Object... words) {
    try {
      return (List<?>) connection.call(words);
    } catch (CommandRefused e) {
      return List.of();
    }
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(value);
  }

  /** What the new server lacks of this. */
  List<Finding> lackedBy(BesideKeys fresh, RedisServer source, RedisServer target) {
    List<Finding> findings = new ArrayList<>();
    Set<String> lacking = new TreeSet<>(modules);
    lacking.removeAll(fresh.modules);
    if (!lacking.isEmpty()) {
      findings.add(
          Finding.error(
              "redis.modules",
              "%s lacks modules that %s has loaded: %s; load them there, or unload them here if no"
                      .formatted(target, source, String.join(", ", lacking))
                  + " key needs them"));
    }
    Set<String> unlike = new TreeSet<>(libraries.keySet());
    unlike.removeIf(name -> libraries.get(name).equals(fresh.libraries.get(name)));
    if (!unlike.isEmpty()) {
      findings.add(
          Finding.error(
              "redis.functions",
              "%s lacks libraries of functions that %s has, or has them with other code: %s; functions"
                      .formatted(target, source, String.join(", ", unlike))
                  + " do not move, load them there (FUNCTION LOAD) or delete them here"));
    }
    Set<String> missing = new TreeSet<>(users);
    missing.removeAll(fresh.users);
    if (!missing.isEmpty()) {
      findings.add(
          Finding.warning(
              "redis.users",
              "%s lacks users that %s has: %s; users do not move, make those there that still log in"
                  .formatted(target, source, String.join(", ", missing))));
    }
    return findings;
  }
}
