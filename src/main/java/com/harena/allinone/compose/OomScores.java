package com.harena.allinone.compose;

import com.harena.allinone.blueprint.memory.MemoryBudget;
import com.harena.allinone.blueprint.memory.MemoryShare;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which the kernel may end services when the whole machine runs out of memory.
 *
 * <p>Least loss first: a backup runs again tomorrow, Redis is filled again from its append-only
 * file, Elasticsearch can be indexed again from the database, the backend holds nothing, the proxy
 * frees next to nothing, and PostgreSQL holds what exists nowhere else.
 *
 * <p>The kernel ends the process with the highest sum of its {@code oom_score_adj} and its memory
 * in thousandths of the machine's. So each score exceeds the one that shall survive it by that
 * one's whole limit: the order holds however full each container is. The base keeps all of them
 * before the host's own processes, which have 0.
 */
final class OomScores {
  private static final List<String> LAST_TO_DIE_FIRST =
      List.of("postgres", "proxy", "backend", "elasticsearch", "redis", "backup", "drill");
  private static final int BASE = 50;
  private static final int HIGHEST = 1000;

  private OomScores() {}

  /** The score of each service of the budget. */
  static Map<String, Integer> of(MemoryBudget budget) {
    Map<String, Integer> scores = new LinkedHashMap<>();
    long next = BASE;
    for (String service : LAST_TO_DIE_FIRST) {
      for (MemoryShare share : budget.shares()) {
        if (share.name().equals(service)) {
          scores.put(service, (int) Math.min(next, HIGHEST));
          next += share.mebibytes() * 1000 / budget.usableMebibytes() + 2;
        }
      }
    }
    return scores;
  }
}
