package com.harena.allinone.emulator.chaos;

import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.StackDescription;
import java.util.List;
import java.util.Set;

/** The whole stack on a trial, for updates that replace its instance. */
final class Replaced {
  /** moto gives no address of a terminated instance back to its subnet, which has 123 of them. */
  private static final int MOST_UPDATES = 40;

  private final Trial trial;
  private final ReviewedStack stack;
  private boolean stands;
  private int updates;

  Replaced(Trial trial) {
    this.trial = trial;
    stack = trial.stack();
  }

  /** The calls of such an update. */
  List<Place> places() {
    stand();
    trial
        .striking()
        .with(
            Set.of(),
            () -> {
              trial.updated(stack.replacing());
              return true;
            });
    List<Place> places = List.copyOf(trial.striking().places());
    trial.updated(stack.template());
    return places;
  }

  /**
   * An update in which calls go wrong; after one that is wrong, and after many, the next has a new
   * stack.
   */
  Tried update(List<Strike> strikes) {
    if (++updates % MOST_UPDATES == 0) {
      remove();
    }
    stand();
    stands = false;
    Tried tried = updated(strikes);
    stands = true;
    return tried;
  }

  /**
   * An update that replaces the instance and in which calls go wrong: as after an undisturbed one,
   * as before, or not begun since the bootstrap's version could not be told. The stack is as before
   * then.
   */
  private Tried updated(List<Strike> strikes) {
    Set<String> before = trial.settled();
    StackDescription made;
    try {
      made = trial.striking().with(strikes, () -> stack.deploy(stack.replacing()));
    } catch (ApiFailure refused) {
      Met met = trial.striking().met(strikes);
      unbegun(refused, before);
      return new Tried(false, met.all());
    }
    Met met = trial.striking().met(strikes);
    String words = "update with " + met;
    trial.require(stack.missing().isEmpty(), made, words + " lacks " + stack.missing());
    if (made.status().equals("UPDATE_COMPLETE")) {
      Set<String> now = trial.settled();
      trial.require(
          Census.kinds(now).equals(Census.kinds(before)),
          made,
          words + " has " + Census.kinds(now));
      trial.updated(stack.template());
      return new Tried(true, met.all());
    }
    trial.require(made.status().equals("UPDATE_ROLLBACK_COMPLETE") && !met.isEmpty(), made, words);
    Set<String> changed = Census.difference(before, trial.settled());
    trial.require(changed.isEmpty(), made, words + ": " + changed);
    return new Tried(false, met.of(stack.failed(made.id())));
  }

  private void unbegun(ApiFailure refused, Set<String> before) {
    Set<String> changed = Census.difference(before, trial.settled());
    if (!changed.isEmpty() || !refused.getMessage().contains("[" + ReviewedStack.VERSION + "]")) {
      throw new AssertionError(refused.getMessage() + ": " + changed, refused);
    }
  }

  /** Removes the stack without a trace. */
  void remove() {
    if (stands) {
      stands = false;
      trial.remove();
    }
  }

  private void stand() {
    if (!stands) {
      trial.create(stack.template());
      stands = true;
    }
  }
}
