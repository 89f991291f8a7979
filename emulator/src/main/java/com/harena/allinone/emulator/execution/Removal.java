package com.harena.allinone.emulator.execution;

import com.harena.allinone.emulator.graph.Graph;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.state.Leftover;
import com.harena.allinone.emulator.state.Made;
import com.harena.allinone.emulator.state.StackConfig;
import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Removes resources, each before what it needs. */
final class Removal {
  /** Tells what becomes of a resource. */
  interface Teller {
    void tell(Made made, String status, String reason);
  }

  private final Work work;
  private final StackConfig config;
  private final int attempts;
  private final Teller teller;
  private final Consumer<Leftover> gone;

  /**
   * A removal.
   *
   * @param attempts how often a removal that fails is tried
   * @param gone is told of each that was removed or retained
   */
  Removal(Work work, StackConfig config, int attempts, Teller teller, Consumer<Leftover> gone) {
    this.work = work;
    this.config = config;
    this.attempts = attempts;
    this.teller = teller;
    this.gone = gone;
  }

  /** Removes all that can be; what a resource needs that failed to go, stays. */
  List<String> run(List<Leftover> leftovers) {
    Graph graph = new Graph();
    leftovers.forEach(each -> graph.add(each.made().logicalId(), each.made().needs()));
    Set<String> kept = new LinkedHashSet<>();
    List<String> failed = new ArrayList<>();
    for (String id : reversed(graph.order())) {
      for (Leftover each : leftovers) {
        if (each.made().logicalId().equals(id) && !kept.contains(id) && !remove(each)) {
          failed.add(id);
          kept.addAll(graph.neededBy(List.of(id)));
        }
      }
    }
    return failed;
  }

  private static List<String> reversed(List<String> order) {
    List<String> reversed = new ArrayList<>(order);
    Collections.reverse(reversed);
    return reversed;
  }

  private boolean remove(Leftover leftover) {
    Made made = leftover.made();
    if (leftover.policy() == Policy.RETAIN || leftover.policy() == Policy.RETAIN_EXCEPT_ON_CREATE) {
      teller.tell(made, "DELETE_SKIPPED", "");
      gone.accept(leftover);
      return true;
    }
    teller.tell(made, "DELETE_IN_PROGRESS", "");
    ResourceRequest request = work.request(made, config);
    Outcome outcome = attempt(leftover, request);
    for (int i = 1; i < attempts && !outcome.succeeded(); i++) {
      outcome = attempt(leftover, request);
    }
    if (!outcome.succeeded()) {
      teller.tell(made, "DELETE_FAILED", outcome.why());
      return false;
    }
    teller.tell(made, "DELETE_COMPLETE", "");
    gone.accept(leftover);
    return true;
  }

  private Outcome attempt(Leftover leftover, ResourceRequest request) {
    Made made = leftover.made();
    if (leftover.policy() == Policy.SNAPSHOT) {
      Outcome snapshot = work.calls().snapshot(request, made.physical());
      if (!snapshot.succeeded()) {
        return snapshot;
      }
    }
    return work.calls().delete(request, made.physical());
  }
}
