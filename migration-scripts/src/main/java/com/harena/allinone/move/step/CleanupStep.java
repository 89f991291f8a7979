package com.harena.allinone.move.step;

import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.engine.ApplicationCheck.Answer;
import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.OldStack;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends a move for good: takes a final backup of the new side, then the old stack away, part by
 * part. The first part that cannot be taken away ends it; the next run goes on there.
 */
public final class CleanupStep implements Step {
  private static final Duration FRESH = Duration.ofHours(1);

  private final Supplier<String> typedName;
  private final Optional<String> lose;

  /**
   * The step.
   *
   * @param typedName asks the operator for the environment's name, once everything else is well
   * @param lose the environment whose old side may go with what was written to it since the
   *     cut-over; empty for none
   */
  public CleanupStep(Supplier<String> typedName, Optional<String> lose) {
    this.typedName = typedName;
    this.lose = lose;
  }

  @Override
  public String name() {
    return "cleanup";
  }

  @Override
  public Optional<Result> finished(MoveSession session) {
    return session.state().closed().isPresent() ? Finished.cutOver(session) : Optional.empty();
  }

  @Override
  public Result run(MoveSession session) throws IOException {
    MoveState state = session.state();
    if (!state.isHandedOver()) {
      return Result.refused(
          state.serving() == Side.TARGET
              ? "a run was ended in the middle since the cut-over; next: cutover, then cleanup"
              : "the new side does not serve yet, so nothing is proven; next: cutover");
    }
    List<Answer> answers = new Proving(session, name()).askInService();
    List<String> failed = answers.stream().filter(it -> !it.passed()).map(Answer::name).toList();
    if (!failed.isEmpty()) {
      return Result.refused(
              "the application does not work on the new side: %s; mend it, or roll back"
                  .formatted(String.join(", ", failed)))
          .with(Proving.lines(answers), Journal.content());
    }
    if (state.destroying().isEmpty()) {
      Optional<Result> refusal = new LateWrites(session, lose).refusal();
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    String name = session.settings().environment();
    if (!typedName.get().strip().equals(name)) {
      return Result.refused("what was typed is not %s: nothing was taken away".formatted(name));
    }
    String backup = finalBackup(session);
    for (OldStack.Part part : session.settings().oldStack().parts()) {
      destroy(session, part);
    }
    for (MovedStore moved : session.settings().stores()) {
      new Restoring(session, moved).finish();
    }
    session.note(Entries.CLOSED, Journal.content());
    return Result.done(
        "the move is finished; backups/%s holds the new side as it was%s"
            .formatted(
                backup,
                session.settings().oldStack().parts().isEmpty()
                    ? "; the old servers are yours to stop"
                    : ""));
  }

  private static String finalBackup(MoveSession session) throws IOException {
    BackupTaking taking = new BackupTaking(session, Side.TARGET);
    Instant since = session.state().servingSince().orElseThrow();
    Optional<BackupRecord> last =
        taking.finishedOne().filter(it -> !it.begun().isBefore(since) && isFresh(session, it));
    if (last.isEmpty()) {
      taking.abandonBefore(since);
      taking.abandonBefore(session.now().minus(FRESH));
      session.say(taking.take().message());
    }
    String folder = taking.finishedOne().orElseThrow().folder();
    BackupProof.prove(session.backups().resolve(folder), bytes -> session.proceed());
    return folder;
  }

  /** Neither older than that nor, by a clock that was set back, of the future. */
  private static boolean isFresh(MoveSession session, BackupRecord backup) {
    Instant at = backup.finished().orElse(backup.begun());
    return at.plus(FRESH).isAfter(session.now()) && !at.isAfter(session.now());
  }

  private static void destroy(MoveSession session, OldStack.Part part) {
    if (session.state().isDestroyed(part.name())) {
      return;
    }
    session.proceed();
    session.note(Entries.DESTROYING, Journal.content().put("part", part.name()));
    try {
      part.destroy().run();
    } catch (RuntimeException e) {
      throw new StoreFailure(
          Side.SOURCE,
          "%s of the old stack could not be taken away, and nothing after it was tried: %s; mend"
                  .formatted(part.name(), e.getMessage())
              + " that, then run cleanup again",
          e);
    }
    session.note(Entries.DESTROYED, Journal.content().put("part", part.name()));
  }
}
