package com.harena.allinone.move.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The new side of a store. All its methods are lent the same checkpoints, by which it may know what
 * is its own there; they are dropped when a restore begins on an empty new side.
 */
public interface Sink {
  /** What is on the new side before anything is written to it. */
  Occupancy occupancy(Work work);

  /**
   * Restores the folder that {@link Source#backUp} wrote. A run that was interrupted is taken up
   * where its checkpoints say; what was half done then is undone first.
   *
   * @param contents what the backup holds, from its manifest
   * @throws StoreFailure if the server fails, or refuses any part
   * @throws IOException if the folder cannot be read
   */
  void restore(Path folder, Inventory contents, Work work) throws IOException;

  /** What the operator has still to do after a restore, as sentences without a period. */
  default List<String> leftToDo(Inventory contents) {
    return List.of();
  }

  /** Removes everything that this move put there, so that it can be restored anew. */
  void clear(Work work);

  /**
   * Takes away what the move left on the new side for its own use, such as the mark by which {@link
   * #occupancy} knows it; may be called again.
   */
  void finish(Work work);
}
