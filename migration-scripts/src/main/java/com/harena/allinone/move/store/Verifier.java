package com.harena.allinone.move.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Proves both sides of a store equal, or names what differs. */
public interface Verifier {
  /** What is on that side now, down to a checksum of each item; the same on equal sides. */
  Inventory inventory(Side side, Work work);

  /**
   * The same, made so that it can be compared with another inventory, such as the one of a
   * manifest; the other side need not live any more.
   */
  default Inventory inventory(Side side, Inventory comparable, Work work) {
    return inventory(side, work);
  }

  /**
   * Whether what nobody writes to stays equal; not where time alone changes it, as keys that
   * expire.
   */
  default boolean standsStill() {
    return true;
  }

  /**
   * The keys that differ in an item whose facts differ, found on both live sides by bisection.
   * Empty if the item is equal after all, within the tolerance that the store documents.
   *
   * @param source the item as the source has it
   * @param target the item as the target has it
   */
  List<KeyDifference> locate(Item source, Item target, Work work);

  /**
   * The same against a backup instead of the live source: the keys of the folder that {@link
   * Source#backUp} wrote which the target has not, or has otherwise. What time alone took away,
   * such as a cached key that has expired since, is no difference.
   *
   * @param contents the item as the backup's manifest has it
   * @param target the item as the target has it
   * @return empty if the store can only tell from its checksums: then the item differs
   * @throws IOException if the folder cannot be read
   */
  default Optional<List<KeyDifference>> locate(Path folder, Item contents, Item target, Work work)
      throws IOException {
    return Optional.empty();
  }
}
