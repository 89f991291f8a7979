package com.harena.allinone.move.step;

import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Scope;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps writes away from one side, and lets them in again. */
final class Freeze {
  private final MoveSession session;
  private final Side side;

  Freeze(MoveSession session, Side side) {
    this.session = session;
    this.side = side;
  }

  /** Opens a side that an earlier run froze and could not open any more. */
  void repair() throws IOException {
    if (session.state().isFrozen(side)) {
      session.say(
          "an earlier run was ended while the %s side was frozen: opening it".formatted(word()));
      off();
    }
  }

  /** Tells of such a side in a step that writes to no server. */
  void tell() {
    if (session.state().isFrozen(side)) {
      session.say(
          "the %s side may be frozen by a run that was ended in the middle: cutover goes on, rollback opens it"
              .formatted(word()));
    }
  }

  /** Freezes every store; the journal knows of it first. */
  void on() throws IOException {
    note(true);
    session.settings().traffic().hold();
    for (MovedStore moved : session.settings().stores()) {
      session.work(
          moved.name(),
          Scope.frozen(side, moved.name()),
          work -> {
            try {
              moved.of(side).source().freeze(work);
            } catch (StoreFailure e) {
              throw e.of(side);
            }
            return null;
          });
    }
  }

  /** Opens every store, whatever happens to one of them; the journal knows of it last. */
  void off() throws IOException {
    List<RuntimeException> failures = open();
    if (!failures.isEmpty() && Thread.interrupted()) {
      // The interrupt, not the server, may be what failed.
      failures = open();
      Thread.currentThread().interrupt();
    }
    if (!failures.isEmpty()) {
      StoreFailure failure =
          new StoreFailure(
              side,
              "the %s side could not be opened again: %s; run rollback until it is"
                  .formatted(
                      word(),
                      String.join("; ", failures.stream().map(Throwable::getMessage).toList())),
              failures.get(0));
      failures.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
    session.settings().traffic().lead(session.state().serving());
    note(false);
  }

  private List<RuntimeException> open() throws IOException {
    List<RuntimeException> failures = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      try {
        session.workToTheEnd(
            moved.name(),
            Scope.frozen(side, moved.name()),
            work -> {
              moved.of(side).source().unfreeze(work);
              return null;
            });
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    return failures;
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
    session.note(Entries.FROZEN, Journal.content().put("side", side.word()).put("frozen", frozen));
  }

  private String word() {
    return side == Side.SOURCE ? "old" : "new";
  }
}
