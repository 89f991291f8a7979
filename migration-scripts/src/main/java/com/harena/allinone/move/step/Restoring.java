package com.harena.allinone.move.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Scope;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts a store into the new side, and takes it away again. Everything shares one set of
 * checkpoints, by which a store knows what is its own there; they are dropped when a restore begins
 * on an empty new side.
 */
final class Restoring {
  private final MoveSession session;
  private final MovedStore moved;

  Restoring(MoveSession session, MovedStore moved) {
    this.session = session;
    this.moved = moved;
  }

  /** What is on the new side. */
  Occupancy occupancy() throws IOException {
    return session.work(moved.name(), scope(), work -> moved.store().sink().occupancy(work));
  }

  /** Whether a restore from that backup was begun, and what it put there is there still. */
  boolean goesOn(String backup, Occupancy occupancy) {
    return occupancy.state() == Occupancy.State.OURS
        && session.state().isRestoring(moved.name(), backup, session.settings().tool());
  }

  /** Takes everything away that the move put there. */
  void clear() throws IOException {
    noteClearing();
    session.work(
        moved.name(),
        scope(),
        work -> {
          moved.store().sink().clear(work);
          return null;
        });
  }

  /** What an earlier run put there, if anything, is not believed any more. */
  private void noteClearing() {
    session.note(Entries.CLEARING, Journal.content().put("store", moved.name()));
  }

  /** Restores the folder, from its begin or from where a run before stopped. */
  void restore(String backup, Path folder, Inventory contents, boolean goesOn) throws IOException {
    ObjectNode entry = Journal.content().put("store", moved.name()).put("folder", backup);
    if (!goesOn) {
      noteClearing();
      session.note(Entries.RESTORING, entry.deepCopy().put("tool", session.settings().tool()));
    }
    session.proceed();
    session.work(
        moved.name(),
        scope(),
        work -> {
          moved.store().sink().restore(folder, contents, work);
          return null;
        });
    session.note(Entries.RESTORED, entry);
  }

  /** Takes away what the move left there for its own use. */
  void finish() throws IOException {
    session.work(
        moved.name(),
        scope(),
        work -> {
          moved.store().sink().finish(work);
          return null;
        });
  }

  private String scope() {
    return Scope.target(moved.name());
  }
}
