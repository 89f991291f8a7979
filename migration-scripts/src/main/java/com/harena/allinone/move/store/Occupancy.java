package com.harena.allinone.move.store;

import java.util.List;

/**
 * What is on the new side of a store.
 *
 * @param state whose it is
 * @param found names of what is there, for a message; at most 20
 */
public record Occupancy(State state, List<String> found) {
  /** Whose it is. */
  public enum State {
    /** Nothing. */
    EMPTY,
    /** Exactly or partly what this move put there, and nothing else. */
    OURS,
    /** Something that this move did not put there. */
    FOREIGN
  }

  /** Copies the list. */
  public Occupancy {
    found = List.copyOf(found);
  }
}
