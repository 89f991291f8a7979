package com.harena.allinone.move.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.backup.InventoryJson;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.ProofText;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.journal.Durable;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Hands over to the new side: freezes the old one, proves both equal as they are then, and only
 * then writes down that the new side serves. Anything else leaves the old side as it was.
 */
public final class CutoverStep implements Step {
  @Override
  public String name() {
    return "cutover";
  }

  @Override
  public Optional<Result> finished(MoveSession session) {
    MoveState state = session.state();
    return state.serving() == Side.TARGET && !state.isHandedOver() && state.closed().isEmpty()
        ? Optional.empty()
        : Finished.cutOver(session);
  }

  @Override
  public Result run(MoveSession session) throws IOException {
    new Freeze(session, Side.TARGET).repair();
    if (session.state().serving() == Side.TARGET) {
      return lead(session);
    }
    Freeze freeze = new Freeze(session, Side.SOURCE);
    Optional<Result> unready = unready(session);
    if (unready.isPresent()) {
      freeze.repair();
      return unready.get();
    }
    List<Comparison> comparisons;
    ObjectNode proof;
    try {
      freeze.on();
      Proving proving = new Proving(session, name());
      comparisons = proving.live();
      proof = proving.note("source", comparisons);
      session.proceed();
      if (comparisons.stream().allMatch(Comparison::isEqual)) {
        keepBaseline(session, comparisons);
        session.note(Entries.SERVING, Journal.content().put("side", Side.TARGET.word()));
      }
    } catch (RuntimeException | IOException | Error e) {
      if (session.state().serving() == Side.SOURCE) {
        freeze.offAfter(e);
      }
      throw e;
    }
    List<String> lines = ProofText.lines(comparisons, "source", "target");
    if (session.state().serving() == Side.SOURCE) {
      freeze.off();
      return Result.of(
              Outcome.DIFFERS,
              "refused: %s differs; the old side serves on and takes writes again; next: migrate"
                  .formatted(Proving.names(comparisons)))
          .with(lines, proof);
    }
    return lead(session).with(lines, proof);
  }

  private static Optional<Result> unready(MoveSession session) {
    MoveState state = session.state();
    if (state.isProvenLive()) {
      return Optional.empty();
    }
    if (state.currentBackup().isEmpty()) {
      return Optional.of(Result.refused("nothing has been moved yet; next: backup"));
    }
    for (MovedStore moved : session.settings().stores()) {
      String folder = state.currentBackup().get().folder();
      if (!MigrateStep.isThere(state, moved.name(), folder)) {
        return Optional.of(
            Result.refused(
                "the new side does not hold backups/%s of %s; next: migrate"
                    .formatted(folder, moved.name())));
      }
    }
    return Optional.empty();
  }

  /**
   * What both sides held when the new one began to serve: rollback and clean-up compare with it.
   */
  private static void keepBaseline(MoveSession session, List<Comparison> comparisons)
      throws IOException {
    for (Comparison comparison : comparisons) {
      Path file = baseline(session, Side.TARGET, comparison.store());
      Durable.createFolder(file.getParent());
      InventoryJson.save(comparison.target(), file);
      InventoryJson.save(comparison.source(), baseline(session, Side.SOURCE, comparison.store()));
    }
  }

  static Path baseline(MoveSession session, Side side, String store) {
    String name = side == Side.TARGET ? store : store + "." + side.word();
    return session.settings().directory().resolve("cutover").resolve(name + ".json");
  }

  private static Result lead(MoveSession session) {
    session.settings().traffic().lead(Side.TARGET);
    session.note(Entries.SWITCHED, Journal.content());
    return Result.done(
        "both sides were proven equal, and the new side serves; the old side stays frozen; next:"
            + " start the application there, then cleanup, or rollback");
  }
}
