package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.FreeDisk;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Looks at both servers and at the disk here; writes nothing, and reads a sample of the keys. */
final class RedisChecker implements Checker {
  private static final long MEBIBYTE = 1 << 20;

  private final RedisServer source;
  private final RedisServer target;

  RedisChecker(RedisServer source, RedisServer target) {
    this.source = source;
    this.target = target;
  }

  private record Seen(ServerInfo info, BesideKeys beside) {}

  @Override
  public List<Finding> check(Work work) {
    List<Finding> findings = new ArrayList<>();
    Seen old = ask(source, findings, RedisChecker::look);
    Seen fresh = ask(target, findings, RedisChecker::look);
    if (old != null) {
      sourceServes(old.info(), findings);
      ask(source, findings, connection -> reads(connection, findings));
      ask(source, findings, connection -> sample(connection, old.info(), findings, work));
      disk(old.info(), work.directory(), findings);
    }
    if (fresh != null) {
      targetServes(fresh.info(), work, findings);
    }
    if (old != null && fresh != null) {
      findings.add(VersionRule.check(old.info(), fresh.info()));
      findings.addAll(old.beside().lackedBy(fresh.beside(), source, target));
      findings.addAll(MemoryRule.check(old.info(), fresh.info()));
      ask(target, findings, connection -> databases(connection, old.info(), findings));
    }
    return findings;
  }

  private static <T> T ask(
      RedisServer server, List<Finding> findings, Function<RedisConnection, T> question) {
    try {
      return server.ask(question);
    } catch (StoreFailure e) {
      findings.add(
          Finding.error("redis.%s.reachable".formatted(server.side().word()), e.getMessage()));
      return null;
    }
  }

  private static Seen look(RedisConnection connection) {
    return new Seen(ServerInfo.read(connection), BesideKeys.of(connection));
  }

  private void sourceServes(ServerInfo info, List<Finding> findings) {
    findings.add(
        Finding.ok(
            "redis.source.reachable",
            "%s answers: version %s, %d keys in %d databases, %d MiB"
                .formatted(
                    source,
                    info.version(),
                    info.keys(),
                    info.databases().length,
                    info.number("used_memory") / MEBIBYTE)));
    cluster(source, info, findings);
    if (info.text("role").equals("slave")) {
      findings.add(
          Finding.warning(
              "redis.source.role",
              "%s is a replica: writes can only be stopped at the primary; name that one"
                  .formatted(source)));
    }
  }

  private static void cluster(RedisServer server, ServerInfo info, List<Finding> findings) {
    if (info.isCluster()) {
      findings.add(
          Finding.error(
              "redis.%s.cluster".formatted(server.side().word()),
              "%s runs in cluster mode, of which one address shows a part of the keys only;"
                      .formatted(server)
                  + " allowed: servers without cluster mode"));
    }
  }

  private void targetServes(ServerInfo info, Work work, List<Finding> findings) {
    findings.add(
        Finding.ok(
            "redis.target.reachable", "%s answers: version %s".formatted(target, info.version())));
    cluster(target, info, findings);
    if (info.text("role").equals("slave")) {
      findings.add(
          Finding.error(
              "redis.target.role", "%s is a replica and takes no writes".formatted(target)));
    }
    if (info.text("aof_enabled").equals("0")) {
      findings.add(
          Finding.warning(
              "redis.target.persistence",
              "%s keeps no append-only file: what was restored since its last snapshot is lost"
                      .formatted(target)
                  + " when it restarts; set appendonly yes"));
    }
    try {
      findings.add(emptiness(new RedisSink(target).occupancy(work)));
    } catch (StoreFailure e) {
      findings.add(Finding.error("redis.target.empty", e.getMessage()));
    }
  }

  private Finding emptiness(com.harena.allinone.move.store.Occupancy occupancy) {
    return switch (occupancy.state()) {
      case EMPTY -> Finding.ok("redis.target.empty", "%s holds no keys".formatted(target));
      case OURS ->
          Finding.ok("redis.target.empty", "%s holds what this move put there".formatted(target));
      case FOREIGN ->
          Finding.error(
              "redis.target.empty",
              "%s holds keys that this move did not put there (%s); empty it, or name another"
                  .formatted(target, String.join(", ", occupancy.found())));
    };
  }

  private Void reads(RedisConnection connection, List<Finding> findings) {
    for (Object[] command :
        new Object[][] {
          {"SCAN", 0, "COUNT", 1},
          {"DUMP", MoveMark.KEY},
          {"PTTL", MoveMark.KEY},
          {"MEMORY", "USAGE", MoveMark.KEY}
        }) {
      try {
        connection.call(command);
      } catch (CommandRefused e) {
        findings.add(
            Finding.error(
                "redis.source.commands",
                "%s refuses %s, which the backup needs: %s"
                    .formatted(source, command[0], e.getMessage())));
      }
    }
    return null;
  }

  private Void sample(
      RedisConnection connection, ServerInfo info, List<Finding> findings, Work work) {
    findings.add(KeySample.take(connection, info, work).finding());
    return null;
  }

  private Void databases(RedisConnection connection, ServerInfo old, List<Finding> findings) {
    int[] used = old.databases();
    int highest = used.length == 0 ? 0 : used[used.length - 1];
    try {
      connection.call("SELECT", highest);
    } catch (CommandRefused e) {
      findings.add(
          Finding.error(
              "redis.databases",
              "%s has no database %d, which holds keys on the source; set databases %d or more there"
                  .formatted(target, highest, highest + 1)));
    }
    return null;
  }

  private static void disk(ServerInfo info, Path here, List<Finding> findings) {
    try {
      long free = FreeDisk.below(here);
      long needed = info.number("used_memory");
      if (free < needed) {
        findings.add(
            Finding.warning(
                "redis.disk",
                "%s has %d MiB free; the keys take up to %d MiB"
                    .formatted(here, free / MEBIBYTE, needed / MEBIBYTE)));
      }
    } catch (IOException e) {
      findings.add(Finding.warning("redis.disk", "free disk space is unknown: " + e.getMessage()));
    }
  }
}
