package com.harena.allinone.blueprint.memory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Edge;
import com.harena.allinone.blueprint.Machine;
import com.harena.allinone.blueprint.OriginAccess;
import com.harena.allinone.blueprint.Services;
import com.harena.allinone.blueprint.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may use how much of the machine's memory: the only place where the limits are summed.
 *
 * <p>The backup counts although it runs for minutes a day: it runs while all others do.
 *
 * @param usableMebibytes memory that the system and the containers can share, in MiB
 * @param shares the system's share and the timers', then each container's limit
 */
public record MemoryBudget(long usableMebibytes, List<MemoryShare> shares) {
  /**
   * Limit of the proxy that stands before the backend when CloudFront reaches the instance by its
   * address. One worker process with 256 connections.
   */
  public static final Size PROXY_MEMORY = Size.ofMebibytes(32);

  /**
   * The command line that a timer or Spot's notice starts on the host beside the backup, one at a
   * time: under load the drill took 117 MiB at its peak, a backup 103, the metrics 101, with the
   * flags of their units (Java 17 on x86_64, a heap of 48 MiB at most; {@code src/docs/memory.md}).
   */
  public static final Size TIMERS_MEMORY = Size.ofMebibytes(144);

  /** PostgreSQL with small buffers restores a dump in it. */
  public static final Size DRILL_LEAST = Size.ofMebibytes(72);

  /** Copies the shares. */
  public MemoryBudget {
    shares = List.copyOf(shares);
  }

  /** The budget of a blueprint. */
  public static MemoryBudget of(Blueprint blueprint) {
    return of(blueprint.machine(), blueprint.services(), blueprint.edge());
  }

  /** The budget of the parts of a blueprint that use memory. */
  public static MemoryBudget of(Machine machine, Services services, Edge edge) {
    List<MemoryShare> shares = new ArrayList<>();
    shares.add(MemoryShare.of("system", machine.systemShare()));
    shares.add(MemoryShare.of("timers", TIMERS_MEMORY));
    shares.add(MemoryShare.of("postgres", services.postgres().memory()));
    shares.add(MemoryShare.of("redis", services.redis().memory()));
    shares.add(MemoryShare.of("elasticsearch", services.elasticsearch().memory()));
    shares.add(MemoryShare.of("backend", services.backend().memory()));
    if (edge.origin() == OriginAccess.ADDRESS) {
      shares.add(MemoryShare.of("proxy", PROXY_MEMORY));
    }
    shares.add(MemoryShare.of("backup", services.backup().memory()));
    shares.add(drill(services.redis().memory()));
    return new MemoryBudget(machine.type().usableMemory().mebibytes(), shares);
  }

  /**
   * The weekly drill's throw-away server, beside the backup's container that fills it. Three
   * quarters of Redis' limit take all of its data, which is at most 60 %; never less than
   * PostgreSQL needs.
   */
  public static MemoryShare drill(Size redis) {
    return new MemoryShare("drill", Math.max(DRILL_LEAST.mebibytes(), redis.mebibytes() * 3 / 4));
  }

  /** The sum of all shares, in MiB. */
  @JsonProperty
  public long totalMebibytes() {
    return shares.stream().mapToLong(MemoryShare::mebibytes).sum();
  }

  /** What is left, in MiB; negative when the shares do not fit. */
  @JsonProperty
  public long spareMebibytes() {
    return usableMebibytes - totalMebibytes();
  }

  /** Whether the shares fit the machine. */
  @JsonProperty
  public boolean fits() {
    return spareMebibytes() >= 0;
  }

  /** The budget as lines of bars, the longest bar as wide as the machine's memory. */
  public String bars() {
    return MemoryBars.of(this);
  }
}
