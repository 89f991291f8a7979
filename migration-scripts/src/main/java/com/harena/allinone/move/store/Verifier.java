package com.harena.allinone.move.store;

import java.util.List;

/** Proves both sides of a store equal, or names what differs. */
public interface Verifier {
  /** What is on that side now, down to a checksum of each item; the same on equal sides. */
  Inventory inventory(Side side, Work work);

  /**
   * The keys that differ in an item whose facts differ, found on both live sides by bisection.
   * Empty if the item is equal after all, within the tolerance that the store documents.
   *
   * @param source the item as the source has it
   * @param target the item as the target has it
   */
  List<KeyDifference> locate(Item source, Item target, Work work);
}
