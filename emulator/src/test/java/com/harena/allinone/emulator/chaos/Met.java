package com.harena.allinone.emulator.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The strikes of a run that had their call.
 *
 * @param calls each, and what its call asked for
 */
record Met(Map<Strike, String> calls) {
  /** Lets everything pass again, and looks what was struck. */
  static Met of(Faults faults, List<Strike> strikes) {
    Map<Place, String> calls = faults.disarm();
    Map<Strike, String> met = new LinkedHashMap<>();
    for (Strike strike : strikes) {
      if (calls.containsKey(strike.place())) {
        met.put(strike, calls.get(strike.place()));
      }
    }
    return new Met(met);
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  Set<Strike> all() {
    return calls.keySet();
  }

  /**
   * Those that can have failed a run that failed at a resource: the only one, or the resource's.
   */
  List<Strike> of(String failed) {
    return calls.size() == 1
        ? List.copyOf(calls.keySet())
        : calls.keySet().stream().filter(each -> each.place().resource().equals(failed)).toList();
  }

  @Override
  public String toString() {
    return calls.toString();
  }
}
