package com.harena.allinone.move.step;

import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.util.Optional;

/**
 * Hands back to the old side. It never restores a backup over a database: the old side is as it was
 * when it was frozen, and what was written to the new side since is named, and lost only when that
 * is asked for by name.
 */
public final class RollbackStep implements Step {
  private final Optional<String> lose;

  /**
   * The step.
   *
   * @param lose the environment whose writes since the cut-over may be lost; empty for none
   */
  public RollbackStep(Optional<String> lose) {
    this.lose = lose;
  }

  @Override
  public String name() {
    return "rollback";
  }

  @Override
  public Optional<Result> finished(MoveSession session) {
    MoveState state = session.state();
    return state.serving() == Side.SOURCE
            && !state.isFrozen(Side.SOURCE)
            && !state.isFrozen(Side.TARGET)
        ? Optional.of(
            Result.done(
                state.isRolledBack()
                    ? "rolled back already: the old side serves since %s"
                        .formatted(state.servingSince().orElseThrow())
                    : "there is nothing to roll back: the old side serves and takes writes"))
        : Optional.empty();
  }

  @Override
  public Result run(MoveSession session) throws IOException {
    Optional<Result> refusal = refusal(session);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Freeze newSide = new Freeze(session, Side.TARGET);
    if (session.state().serving() == Side.SOURCE) {
      new Freeze(session, Side.SOURCE).repair();
      newSide.repair();
      return Result.done("what was ended in the middle is undone: the old side serves");
    }
    Written written;
    try {
      written = written(session, newSide);
      session.proceed();
      if (written.isNothing() || lose.isPresent()) {
        session.note(Entries.SERVING, Journal.content().put("side", Side.SOURCE.word()));
      }
    } catch (RuntimeException | IOException | Error e) {
      if (session.state().serving() == Side.TARGET) {
        newSide.offAfter(e);
      }
      throw e;
    }
    if (session.state().serving() == Side.TARGET) {
      newSide.off();
      return written.refused(session.settings().environment());
    }
    new Freeze(session, Side.SOURCE).off();
    release(session, newSide);
    return written.lost();
  }

  private Optional<Result> refusal(MoveSession session) {
    MoveState state = session.state();
    String environment = session.settings().environment();
    if (state.closed().isPresent()) {
      return Optional.of(
          Result.refused(
              "the move is finished and its old side cleaned up: there is nothing to go back to"));
    } else if (!state.destroying().isEmpty()) {
      return Optional.of(
          Result.refused(
              "clean-up has begun to take the old side away: %s; there is nothing whole to go back to; next: cleanup"
                  .formatted(String.join(", ", state.destroying()))));
    } else if (lose.isPresent() && !lose.get().equals(environment)) {
      return Optional.of(
          Result.refused(
              "--lose %s is not the name of the environment; allowed: %s"
                  .formatted(lose.get(), environment)));
    }
    return Optional.empty();
  }

  /** What was written to the new side, which takes no more. */
  private Written written(MoveSession session, Freeze newSide) throws IOException {
    try {
      newSide.on();
      return Written.since(session);
    } catch (StoreFailure e) {
      if (lose.isEmpty() || e.side() != Side.TARGET) {
        throw e;
      }
      session.say("what was written to the new side cannot be told: " + e.getMessage());
      return Written.unknown();
    }
  }

  /** The old side serves already; a new side that does not answer any more must not hinder that. */
  private static void release(MoveSession session, Freeze newSide) throws IOException {
    try {
      newSide.off();
    } catch (StoreFailure e) {
      session.say(e.getMessage());
    }
  }
}
