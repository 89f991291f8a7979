package com.harena.allinone.move.store;

import java.io.IOException;
import java.nio.file.Path;

/** The old side of a store. */
public interface Source {
  /**
   * Writes everything into the folder, and returns what that is, seen at the same moment.
   *
   * <p>The folder exists. After an interrupted run it holds leftovers: those that a checkpoint of
   * {@code work} vouches for are kept, all others are removed first. Files need no fsync: the
   * engine does that before the manifest.
   *
   * @throws StoreFailure if the server fails
   * @throws IOException if the folder cannot be written
   */
  Inventory backUp(Path folder, Work work) throws IOException;

  /**
   * Stops all writes by others and keeps them out until {@link #unfreeze}; may be called again. A
   * rollback freezes the new side so, while it looks for what was written there. What must be known
   * to undo it goes into a checkpoint before the server is changed.
   */
  void freeze(Work work);

  /** Lets others write again; may be called again, also when nothing is frozen. */
  void unfreeze(Work work);
}
