package com.harena.allinone.move.step;

import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.ProofText;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Sides;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was written to the old side since the cut-over, all locks to the contrary: a PostgreSQL
 * client that asks for a writable session gets one. A clean-up would take it away unseen.
 */
final class LateWrites {
  private final MoveSession session;
  private final String environment;
  private final Optional<String> lose;

  /**
   * Looks for them.
   *
   * @param lose the environment whose late writes may be lost; empty for none
   */
  LateWrites(MoveSession session, Optional<String> lose) {
    this.session = session;
    this.environment = session.settings().environment();
    this.lose = lose;
  }

  /** Why the old side may not be taken away; empty if nothing is lost, or that was asked for. */
  Optional<Result> refusal() throws IOException {
    if (lose.isPresent()) {
      return lose.get().equals(environment)
          ? Optional.empty()
          : Optional.of(
              Result.refused(
                  "--lose %s is not the name of the environment; allowed: %s"
                      .formatted(lose.get(), environment)));
    }
    List<Comparison> found = compare();
    if (found.stream().allMatch(Comparison::isEqual)) {
      return Optional.empty();
    }
    return Optional.of(
        Result.refused(
                "the old side was written to since the cut-over: %s; clean-up would lose that; write it to the new side yourself, or roll back; to lose it all the same: --lose %s"
                    .formatted(Proving.names(found), environment))
            .with(
                ProofText.lines(found, "old side at the cut-over", "old side now"),
                Journal.content()));
  }

  private List<Comparison> compare() throws IOException {
    Sides sides = new Sides(session);
    List<Comparison> found = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      session.proceed();
      if (moved.store().verifier().standsStill()) {
        try {
          found.add(
              sides.sinceOnSource(moved.store(), Baseline.of(session, Side.SOURCE, moved.name())));
        } catch (StoreFailure e) {
          throw e.side() == Side.TARGET ? e : unknown(e);
        }
      }
    }
    return found;
  }

  private StoreFailure unknown(StoreFailure failure) {
    return new StoreFailure(
        Side.SOURCE,
        "whether the old side was written to since the cut-over cannot be told: %s; mend that, or clean up all the same: --lose %s"
            .formatted(failure.getMessage(), environment),
        failure);
  }
}
