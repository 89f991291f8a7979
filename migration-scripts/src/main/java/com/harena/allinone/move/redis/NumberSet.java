package com.harena.allinone.move.redis;

import java.util.Arrays;

/**
 * A set of numbers that are spread evenly, in one array: a tenth of the time that sorting takes.
 */
final class NumberSet {
  private final long[] slots;
  private boolean zero;

  /** A set of about so many; it must not hold twice as many. */
  NumberSet(int expected) {
    slots = new long[Integer.highestOneBit(Math.max(1, expected)) * 4];
  }

  /** False if the number is in the set already. */
  boolean add(long number) {
    if (number == 0) {
      boolean added = !zero;
      zero = true;
      return added;
    }
    int slot = (int) (number >>> 32) & (slots.length - 1);
    while (slots[slot] != 0) {
      if (slots[slot] == number) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = number;
    return true;
  }

  void clear() {
    Arrays.fill(slots, 0);
    zero = false;
  }
}
