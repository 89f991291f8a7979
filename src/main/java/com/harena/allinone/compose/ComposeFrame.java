package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.memory.MemoryBudget;
import com.harena.allinone.blueprint.memory.MemoryShare;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every service has in the same way: memory, the order of dying, restarts, logs. */
final class ComposeFrame {
  private final Blueprint blueprint;
  private final MemoryBudget budget;
  private final Map<String, Integer> scores;

  ComposeFrame(Blueprint blueprint) {
    this.blueprint = blueprint;
    this.budget = MemoryBudget.of(blueprint);
    this.scores = OomScores.of(budget);
  }

  /**
   * Completes a service.
   *
   * <p>Half of the limit may go to swap: a squeezed service gets slow instead of ended. The
   * measured Elasticsearch survived a limit below its need that way.
   *
   * <p>{@code unless-stopped}: what crashes is started again; what the host stopped at shutdown is
   * not started by the engine at the next boot, but by Compose, in order. After a power cut the
   * engine starts it, which itself starts only with the data volume mounted. {@code on-failure}
   * would not do: the engine would start at boot whatever ended with a signal's exit status.
   */
  Map<String, Object> complete(String name, ComposeService service) {
    String share = DrillServices.NAMES.contains(name) ? DrillServices.PROFILE : name;
    long limit = limitMebibytes(share);
    return service
        .with("restart", isTransient(name) ? "no" : "unless-stopped")
        .with("mem_limit", limit + "m")
        .with("memswap_limit", limit + limit / 2 + "m")
        .with("oom_score_adj", scores.get(share))
        .with("security_opt", List.of("no-new-privileges:true"))
        .with("logging", logging(name))
        .keys();
  }

  private static boolean isTransient(String name) {
    return name.equals("backup") || DrillServices.NAMES.contains(name);
  }

  private long limitMebibytes(String name) {
    return budget.shares().stream()
        .filter(share -> share.name().equals(name))
        .mapToLong(MemoryShare::mebibytes)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no share of memory for " + name));
  }

  /** Never waits for CloudWatch: what does not fit the buffer is lost instead. */
  private Map<String, Object> logging(String name) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("awslogs-region", blueprint.region().value());
    options.put("awslogs-group", "/allinone/" + blueprint.deployment());
    options.put("awslogs-stream", name);
    options.put("mode", "non-blocking");
    options.put("max-buffer-size", "4m");
    Map<String, Object> logging = new LinkedHashMap<>();
    logging.put("driver", "awslogs");
    logging.put("options", options);
    return logging;
  }
}
