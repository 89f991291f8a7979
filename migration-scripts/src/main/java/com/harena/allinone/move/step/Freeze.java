package com.harena.allinone.move.step;

import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps writes away from the old side, and lets them in again. */
final class Freeze {
  private final MoveSession session;

  Freeze(MoveSession session) {
    this.session = session;
  }

  /** Freezes every store; the journal knows of it first. */
  void on() throws IOException {
    note(true);
    session.settings().traffic().hold();
    for (MovedStore moved : session.settings().stores()) {
      session.work(
          moved.name(),
          scope(moved),
          work -> {
            moved.store().source().freeze(work);
            return null;
          });
    }
  }

  /** Opens every store, whatever happens to one of them; the journal knows of it last. */
  void off() throws IOException {
    List<RuntimeException> failures = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      try {
        session.workToTheEnd(
            moved.name(),
            scope(moved),
            work -> {
              moved.store().source().unfreeze(work);
              return null;
            });
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      StoreFailure failure =
          new StoreFailure(
              Side.SOURCE,
              "the old side could not be opened again: %s; run rollback until it is"
                  .formatted(
                      String.join("; ", failures.stream().map(Throwable::getMessage).toList())),
              failures.get(0));
      failures.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
    session.settings().traffic().lead(Side.SOURCE);
    note(false);
  }

  /** The same after a failure, which is thrown afterwards; a second one is added to it. */
  void offAfter(Throwable failure) throws IOException {
    try {
      off();
    } catch (RuntimeException second) {
      session.say(second.getMessage());
      failure.addSuppressed(second);
    }
  }

  private void note(boolean frozen) {
    session.note(Entries.FROZEN, Journal.content().put("frozen", frozen));
  }

  private static String scope(MovedStore moved) {
    return "freeze/" + moved.name() + "/-";
  }
}
