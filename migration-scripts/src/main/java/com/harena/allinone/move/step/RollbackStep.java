package com.harena.allinone.move.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.backup.InventoryJson;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.ProofJson;
import com.harena.allinone.move.engine.ProofText;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Sides;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    return state.serving() == Side.SOURCE && !state.isFrozen()
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
    MoveState state = session.state();
    if (state.closed().isPresent()) {
      return Result.refused(
          "the move is finished and its old side cleaned up: there is nothing to go back to");
    }
    if (lose.isPresent() && !lose.get().equals(session.settings().environment())) {
      return Result.refused(
          "--lose %s is not the name of the environment; allowed: %s"
              .formatted(lose.get(), session.settings().environment()));
    }
    if (state.serving() == Side.SOURCE) {
      new Freeze(session).off();
      return Result.done(
          "the cut-over that was ended in the middle is undone: the old side serves");
    }
    session.settings().traffic().hold();
    List<Comparison> written = written(session);
    List<String> lines = ProofText.lines(written, "old side", "new side");
    ObjectNode proof = ProofJson.of(session.now(), name(), "cutover", written);
    boolean unwritten = written.stream().allMatch(Comparison::isEqual);
    if (!unwritten && lose.isEmpty()) {
      session.settings().traffic().lead(Side.TARGET);
      return Result.refused(
              "the new side was written to since the cut-over: %s; rolling back would lose that;"
                      .formatted(Proving.names(written))
                  + " to lose it all the same: --lose "
                  + session.settings().environment())
          .with(lines, proof);
    }
    session.note(Entries.SERVING, Journal.content().put("side", Side.SOURCE.word()));
    new Freeze(session).off();
    return Result.done(
            unwritten
                ? "the old side serves and takes writes again; nothing had been written to the new"
                    + " side"
                : "the old side serves and takes writes again; what was written to %s of the new"
                        .formatted(Proving.names(written))
                    + " side is not in it")
        .with(lines, proof);
  }

  private static List<Comparison> written(MoveSession session) throws IOException {
    Sides sides = new Sides(session);
    List<Comparison> written = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      session.proceed();
      written.add(
          sides.since(
              moved.store(), InventoryJson.load(CutoverStep.baseline(session, moved.name()))));
    }
    return written;
  }
}
