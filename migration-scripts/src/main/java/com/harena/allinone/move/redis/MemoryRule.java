package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether the source's keys fit into the target's memory, and stay there. */
final class MemoryRule {
  private static final long MEBIBYTE = 1 << 20;
  private static final String CODE = "redis.memory";

  private MemoryRule() {}

  static List<Finding> check(ServerInfo source, ServerInfo target) {
    long data = source.number("used_memory_dataset");
    long needed = data > 0 ? data : source.number("used_memory");
    long allowed = target.number("maxmemory");
    String policy = target.text("maxmemory_policy");
    boolean evicts = !policy.isEmpty() && !policy.equals("noeviction");
    String amounts =
        "the source's keys take %.1f MiB, the target's maxmemory is %.1f MiB with policy %s"
            .formatted((double) needed / MEBIBYTE, (double) allowed / MEBIBYTE, policy);
    List<Finding> findings = new ArrayList<>();
    if (allowed == 0) {
      findings.add(Finding.ok(CODE, "the target's memory is not limited"));
    } else if (needed > allowed) {
      findings.add(
          Finding.error(
              CODE,
              "%s: it would %s; raise maxmemory, or delete keys"
                  .formatted(amounts, evicts ? "evict keys" : "refuse keys")));
    } else if (needed * 10 > allowed * 8) {
      findings.add(
          Finding.warning(
              CODE, "%s: less than a fifth would be left; raise maxmemory".formatted(amounts)));
    } else {
      findings.add(Finding.ok(CODE, amounts));
    }
    if (allowed > 0 && policy.startsWith("allkeys")) {
      findings.add(
          Finding.warning(
              "redis.eviction",
              "the target's policy %s evicts keys without an expiry too once %d MiB are full; the"
                      .formatted(policy, allowed / MEBIBYTE)
                  + " verification would name them; noeviction or volatile-lru keep them"));
    }
    return findings;
  }
}
