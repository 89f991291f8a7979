package com.harena.allinone.move.store;

import java.util.Locale;

/** One of the two stacks. */
public enum Side {
  /** The old stack, which serves until the cut-over. */
  SOURCE,
  /** The new stack. */
  TARGET;

  /** The word for messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
