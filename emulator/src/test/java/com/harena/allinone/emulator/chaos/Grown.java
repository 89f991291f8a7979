package com.harena.allinone.emulator.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A stack on a trial that takes in resource after resource, each after every fault that lasts at
 * every call of its creation: what stands before it is made once for all of them.
 */
final class Grown {
  private final Trial trial;
  private final Slice slice;
  private final Map<String, String> told;
  private final List<String> standing = new ArrayList<>();
  private boolean stands;

  /**
   * A stack that is not made yet.
   *
   * @param told what the services tell of every resource when nothing goes wrong
   */
  Grown(Trial trial, Slice slice, Map<String, String> told) {
    this.trial = trial;
    this.slice = slice;
    this.told = told;
  }

  /** Takes a resource in without a fault, at once if a stack stands, else with the next one. */
  void take(String resource) {
    standing.add(resource);
    if (stands) {
      stands = false;
      trial.updated(slice.with(standing));
      stands = true;
    }
  }

  /** Tries faults at a resource, alone each. */
  void meet(String resource, List<Strike> strikes, Findings findings) {
    List<String> with = new ArrayList<>(standing);
    with.add(resource);
    String template = slice.with(with);
    for (Strike strike : strikes) {
      new Wave(List.of(strike)).on(open -> run(template, open), this::reset, findings);
    }
  }

  private Tried run(String template, List<Strike> strikes) {
    if (standing.isEmpty()) {
      return trial.creation(template, told, strikes);
    }
    String base = slice.with(standing);
    if (!stands) {
      trial.create(base);
    }
    stands = false;
    Tried tried = trial.addition(base, template, told, strikes);
    stands = true;
    return tried;
  }

  /** Removes the stack without a trace. */
  void remove() {
    if (stands) {
      stands = false;
      trial.remove();
    }
  }

  private void reset() {
    stands = false;
    trial.reset();
  }
}
