package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.MachineType;
import com.harena.allinone.blueprint.OriginAccess;
import com.harena.allinone.blueprint.Size;
import com.harena.allinone.blueprint.binding.Draft;
import com.harena.allinone.blueprint.memory.MemoryBudget;
import com.harena.allinone.blueprint.memory.MemoryShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Limits that do not fit the machine end in out-of-memory kills. */
final class MemoryFitsTheMachine implements Rule {
  private static final String SYSTEM = "machine.systemShare";
  private static final List<String> CONTAINERS =
      List.of("postgres", "redis", "elasticsearch", "backend", "backup");

  /** What no key of the blueprint lowers. */
  private static final List<String> FIXED = List.of("proxy", "timers", "drill");

  @Override
  public void check(Draft draft, Faults faults) {
    Optional<MachineType> type = draft.value("machine.type", MachineType.class);
    Optional<List<MemoryShare>> shares = shares(draft);
    if (type.isEmpty() || shares.isEmpty()) {
      return;
    }
    MemoryBudget budget =
        new MemoryBudget(type.get().usableMemory().mebibytes(), shares.orElseThrow());
    if (!budget.fits()) {
      report(draft, faults, type.get(), budget);
    }
  }

  /** The shares as {@link MemoryBudget} counts them, as far as the draft has them all. */
  static Optional<List<MemoryShare>> shares(Draft draft) {
    List<MemoryShare> shares = new ArrayList<>();
    Optional<Size> system = draft.value(SYSTEM, Size.class);
    Optional<OriginAccess> origin = draft.value("edge.origin", OriginAccess.class);
    if (system.isEmpty() || origin.isEmpty()) {
      return Optional.empty();
    }
    shares.add(new MemoryShare("system", system.get().mebibytes()));
    shares.add(new MemoryShare("timers", MemoryBudget.TIMERS_MEMORY.mebibytes()));
    for (String container : CONTAINERS) {
      if (container.equals("backup") && origin.get() == OriginAccess.ADDRESS) {
        shares.add(new MemoryShare("proxy", MemoryBudget.PROXY_MEMORY.mebibytes()));
      }
      Optional<Size> limit = draft.value(key(container), Size.class);
      if (limit.isEmpty()) {
        return Optional.empty();
      }
      shares.add(new MemoryShare(container, limit.get().mebibytes()));
    }
    shares.add(MemoryBudget.drill(draft.value(key("redis"), Size.class).orElseThrow()));
    return Optional.of(shares);
  }

  private static void report(Draft draft, Faults faults, MachineType type, MemoryBudget budget) {
    String largest =
        budget.shares().stream()
            .filter(share -> !FIXED.contains(share.name()))
            .max(Comparator.comparingLong(MemoryShare::mebibytes))
            .orElseThrow()
            .name();
    String key = largest.equals("system") ? SYSTEM : key(largest);
    String sum =
        budget.shares().stream()
            .map(share -> share.name() + " " + share.mebibytes())
            .collect(Collectors.joining(" + "));
    faults.add(
        faults
            .at(draft.position(key))
            .key(key)
            .problem(
                "is the largest of limits that do not fit %s: %s = %d MiB"
                    .formatted(type.awsName(), sum, budget.totalMebibytes()))
            .given(draft.value(key, Size.class).orElseThrow().toString())
            .allowed("%d MiB in all".formatted(budget.usableMebibytes()))
            .mend(
                "lower limits by %d MiB in all, or take a larger machine.type"
                    .formatted(-budget.spareMebibytes())));
  }

  private static String key(String container) {
    return "services." + container + ".memory";
  }
}
