package com.harena.allinone.move.step;

import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.store.Side;
import java.util.Optional;

/** What leaves a step nothing to do, or forbids it. */
final class Finished {
  private Finished() {}

  /** After the cut-over nothing before it is done again. */
  static Optional<Result> cutOver(MoveSession session) {
    MoveState state = session.state();
    if (state.closed().isPresent()) {
      return Optional.of(
          Result.done("the move is finished since %s".formatted(state.closed().get())));
    }
    return state.serving() == Side.TARGET
        ? Optional.of(
            Result.done(
                "nothing to do: both sides were proven equal, and the new side serves since %s"
                    .formatted(state.servingSince().orElseThrow())))
        : Optional.empty();
  }

  /** A cut-over that a kill ended may have left the old side frozen. */
  static Optional<Result> frozen(MoveSession session) {
    return session.state().isFrozen()
        ? Optional.of(
            Result.refused(
                "a cut-over was ended in the middle and the old side may still be frozen: go on"
                    + " with cutover, or open the old side with rollback"))
        : Optional.empty();
  }
}
