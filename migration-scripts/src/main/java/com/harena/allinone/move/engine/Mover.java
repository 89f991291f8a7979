package com.harena.allinone.move.engine;

import com.harena.allinone.move.journal.Durable;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.journal.MoveId;
import com.harena.allinone.move.journal.MoveLock;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Runs one step of a move under its lock and notes how it went. */
public final class Mover {
  private final MoveSettings settings;
  private final ProgressBoard board;
  private final Interruption interruption;
  private final Clock clock;

  /** A mover of one process. */
  public Mover(MoveSettings settings, ProgressBoard board, Interruption interruption, Clock clock) {
    this.settings = settings;
    this.board = board;
    this.interruption = interruption;
    this.clock = clock;
  }

  /**
   * Runs a step. What the step finished in an earlier run is not done again.
   *
   * @throws com.harena.allinone.move.journal.MoveBusy if another process works on the move
   * @throws com.harena.allinone.move.journal.JournalDamaged if the journal is not what was written
   * @throws StoreFailure if a server fails or refuses
   * @throws BackupDamaged if the backup is not what was written
   * @throws MoveInterrupted if the move was asked to end
   */
  public Result run(Step step) throws IOException {
    return interruption.within(() -> locked(step));
  }

  private Result locked(Step step) throws IOException {
    Durable.createFolder(settings.directory());
    MoveState state = new MoveState();
    try (MoveLock lock = MoveLock.take(settings.directory());
        Journal journal = Journal.open(lock, clock, state::take)) {
      MoveSession session = new MoveSession(settings, journal, state, board, interruption, clock);
      Optional<Result> refusal = begin(session);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      Optional<Result> finished = step.finished(session);
      return finished.isPresent() ? finished.get() : run(step, session);
    }
  }

  /** Sees that directory and plan are those of this move; a refusal if they are not. */
  private Optional<Result> begin(MoveSession session) throws IOException {
    MoveState state = session.state();
    Path directory = settings.directory().toRealPath();
    if (state.move().isEmpty()) {
      session.note(
          Entries.MOVE,
          Journal.content()
              .put("format", MoveState.FORMAT)
              .put("move", MoveId.next(new SecureRandom()))
              .put("environment", settings.environment())
              .put("directory", directory.toString())
              .put("plan", settings.plan())
              .put("tool", settings.tool()));
    }
    if (!state.environment().equals(settings.environment())) {
      return Optional.of(
          Result.refused(
              "%s holds the move of %s, and the plan is for %s: use another --directory"
                  .formatted(settings.directory(), state.environment(), settings.environment())));
    }
    Optional<Result> copy = moved(session, directory);
    return copy.isPresent() ? copy : new PlanChange(session).accept();
  }

  /** A directory may move; but a copy does not know what the move has done since. */
  private static Optional<Result> moved(MoveSession session, Path directory) throws IOException {
    Path before = Path.of(session.state().directory());
    if (before.equals(directory)) {
      return Optional.empty();
    }
    MoveState there = new MoveState();
    Journal.read(before, there::take);
    if (there.move().equals(session.state().move())) {
      return Optional.of(
          Result.refused(
              "%s is a copy of %s, whose move may have gone on since: go on there, or remove one of the two"
                  .formatted(directory, before)));
    }
    session.note(Entries.DIRECTORY, Journal.content().put("directory", directory.toString()));
    return Optional.empty();
  }

  private Result run(Step step, MoveSession session) throws IOException {
    session.note(
        Entries.BEGUN,
        Journal.content()
            .put("step", step.name())
            .put("tool", settings.tool())
            .put("pid", ProcessHandle.current().pid()));
    try {
      Result result = step.run(session);
      ended(session, result.outcome(), result.message());
      return result;
    } catch (MoveInterrupted e) {
      ended(session, Outcome.INTERRUPTED, e.getMessage());
      throw e;
    } catch (RuntimeException | IOException | Error e) {
      if (interruption.isAsked()) {
        ended(session, Outcome.INTERRUPTED, new MoveInterrupted().getMessage());
      } else {
        ended(session, Outcome.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
      }
      throw e;
    }
  }

  private static void ended(MoveSession session, Outcome outcome, String message) {
    boolean interrupted = Thread.interrupted();
    try {
      session.note(
          Entries.ENDED,
          Journal.content()
              .put("outcome", outcome.word())
              .put("message", message)
              .set("stores", session.timings()));
    } catch (UncheckedIOException e) {
      if (outcome == Outcome.DONE) {
        throw e;
      }
      // A full disk: what failed before says more.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
