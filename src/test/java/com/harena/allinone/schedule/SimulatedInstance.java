package com.harena.allinone.schedule;

import com.harena.allinone.schedule.SimulatedScheduler.Call;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** When an instance runs that obeys the calls it gets, and that EC2 restarts now and then. */
public final class SimulatedInstance {
  private final NavigableMap<Instant, Boolean> changes = new TreeMap<>();

  /**
   * Runs through the calls.
   *
   * @param running its state before the first call
   * @param restarts when EC2 starts it again by itself
   */
  public SimulatedInstance(boolean running, List<Call> calls, SortedSet<Instant> restarts) {
    changes.put(Instant.MIN, running);
    TreeSet<Instant> remaining = new TreeSet<>(restarts);
    for (Call call : calls) {
      while (!remaining.isEmpty() && !remaining.first().isAfter(call.arrival())) {
        become(remaining.pollFirst(), true);
      }
      if (call.tick() != Tick.SERVING_ZERO) {
        become(call.arrival(), call.tick() == Tick.START);
      }
    }
  }

  private void become(Instant when, boolean running) {
    if (changes.lastEntry().getValue() != running) {
      changes.put(when, running);
    }
  }

  public boolean runsAt(Instant when) {
    return changes.floorEntry(when).getValue();
  }

  /** First instant from this one on at which it runs or does not run. */
  public Instant firstTime(boolean running, Instant from) {
    if (runsAt(from) == running) {
      return from;
    }
    return changes.tailMap(from, false).entrySet().stream()
        .filter(change -> change.getValue() == running)
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElse(Instant.MAX);
  }

  /** How often it was started or stopped. */
  public int changes() {
    return changes.size() - 1;
  }
}
