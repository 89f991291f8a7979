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
                "nothing to do: both sides were proven equal, and the new side serves since %s%s"
                    .formatted(
                        state.servingSince().orElseThrow(),
                        state.isHandedOver()
                            ? ""
                            : "; but a run was ended in the middle since; next: cutover or rollback")))
        : Optional.empty();
  }
}
