package com.harena.allinone.rehearsal;

import com.harena.allinone.endpoint.LocalSecrets;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.engine.Mover;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.plan.MovePlan;
import com.harena.allinone.move.progress.StoreProgress;
import com.harena.allinone.move.step.BackupRestore;
import com.harena.allinone.move.step.BackupStep;
import com.harena.allinone.move.step.CheckStep;
import com.harena.allinone.move.step.CutoverStep;
import com.harena.allinone.move.step.MigrateStep;
import com.harena.allinone.move.step.RollbackStep;
import com.harena.allinone.move.step.VerifyStep;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Progress.Unit;
import com.harena.allinone.move.wiring.PlannedMove;
import com.harena.allinone.move.wiring.ReportFiles;
import com.harena.allinone.rehearsal.data.PostgresData;
import com.harena.allinone.rehearsal.data.RedisData;
import com.harena.allinone.rehearsal.server.ServerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole move on this machine: old and new servers on free loopback ports, generated data or
 * one's own backup, and every step as the operator runs it. It ends every server, whatever happens.
 */
public final class Rehearsal {
  private static final Clock CLOCK = Clock.systemUTC();

  private final RehearsalSettings settings;
  private final Stage stage;
  private final List<RehearsedStep> steps = new ArrayList<>();

  /** Rehearses what the settings say. */
  public Rehearsal(RehearsalSettings settings, Stage stage) {
    this.settings = settings;
    this.stage = stage;
  }

  /**
   * Runs it; a step that ends otherwise than it must is the last one.
   *
   * @throws com.harena.allinone.rehearsal.server.ServerUnavailable if a server cannot be had
   * @throws com.harena.allinone.move.store.BackupDamaged if the backup is not what was written
   * @throws MoveInterrupted if it was asked to end
   */
  public RehearsalResult run() throws IOException {
    return stage.interruption().within(this::rehearsed);
  }

  private RehearsalResult rehearsed() throws IOException {
    RehearsalPlace place = RehearsalPlace.of(settings.checkout());
    try (RehearsalFolder folder = RehearsalFolder.in(place.path());
        Started started = new Started()) {
      if (settings.keep()) {
        folder.keep();
      }
      ServerFiles files = ServerFiles.of(settings.checkout());
      MoveSettings rehearsed =
          settings.backup().isPresent()
              ? restore(folder.path(), files, started, settings.backup().get())
              : move(folder.path(), files, started);
      ReportFiles report = RehearsalReport.write(rehearsed, place.path(), CLOCK.instant());
      return new RehearsalResult(
          steps,
          report.page(),
          report.json(),
          settings.keep() ? Optional.of(folder.path()) : Optional.empty());
    }
  }

  private MoveSettings move(Path folder, ServerFiles files, Started started) throws IOException {
    RehearsedVersions versions = RehearsedVersions.of(settings.blueprint());
    OneSide.Starting beginsOld =
        OneSide.start(
            started, files, folder.resolve("old"), versions.old(), RedisData.LIKE_ELASTICACHE);
    OneSide.Starting beginsFresh =
        OneSide.start(started, files, folder.resolve("new"), versions.next(), List.of());
    OldData data = new OldData(settings, started);
    OneSide old = shown("old side", "starting and filling", () -> data.fill(beginsOld));
    OneSide fresh = shown("new side", "starting", () -> prepared(beginsFresh));
    stage.board().say("old side: " + old);
    stage.board().say("new side: " + fresh);
    String database = settings.blueprint().services().postgres().database().toString();
    String health = settings.blueprint().services().backend().health().toString();
    try (StandIn application = StandIn.start(fresh, database, health)) {
      RehearsalPlan plan = new RehearsalPlan(settings.blueprint(), folder);
      MoveSettings planned = planned(plan.ofMove(old, fresh, application.address()));
      if (all(
          planned,
          List.of(
              new CheckStep(),
              new BackupStep(false),
              new MigrateStep(),
              new VerifyStep(false),
              new CutoverStep()))) {
        new NewWrites(fresh, database).write();
        step(planned, new RollbackStep(Optional.empty()), Outcome.REFUSED);
      }
      return planned;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveInterrupted();
    }
  }

  private MoveSettings restore(Path folder, ServerFiles files, Started started, Path backup)
      throws IOException {
    Manifest manifest =
        shown(
            "backup",
            "proving",
            () -> BackupProof.prove(backup, bytes -> stage.interruption().proceed()));
    int major = RehearsedVersions.of(settings.blueprint()).toRestore(manifest);
    OneSide fresh =
        shown(
            "new side",
            "starting",
            () -> prepared(OneSide.start(started, files, folder.resolve("new"), major, List.of())));
    stage.board().say("new side: " + fresh);
    MoveSettings planned =
        planned(new RehearsalPlan(settings.blueprint(), folder).ofRestore(fresh));
    step(planned, new BackupRestore(backup), Outcome.DONE);
    return planned;
  }

  private OneSide prepared(OneSide.Starting starting) {
    OneSide side = starting.await();
    var names = settings.blueprint().services().postgres();
    new PostgresData(side.postgres(), names.database().toString(), names.user().toString())
        .createLikeContainer();
    return side;
  }

  private MoveSettings planned(MovePlan plan) {
    LocalSecrets secrets =
        new LocalSecrets(
            System::getenv,
            reference -> {
              throw new SecretUnavailable(reference, "is not asked for in a rehearsal");
            });
    return new PlannedMove(plan, secrets).settings(plan.directory(), settings.tool());
  }

  /** Whether all of them ended as they must; none runs after one that did not. */
  private boolean all(MoveSettings planned, List<Step> verbs) throws IOException {
    for (Step verb : verbs) {
      if (!step(planned, verb, Outcome.DONE)) {
        return false;
      }
    }
    return true;
  }

  private boolean step(MoveSettings planned, Step verb, Outcome wanted) throws IOException {
    long began = System.nanoTime();
    Result result = new Mover(planned, stage.board(), stage.interruption(), CLOCK).run(verb);
    RehearsedStep step =
        new RehearsedStep(verb.name(), result, Duration.ofNanos(System.nanoTime() - began), wanted);
    steps.add(step);
    stage.seen().accept(step);
    return step.isAsWanted();
  }

  /** Work that is shown as a line of the board. */
  private <T> T shown(String name, String what, Shown<T> work) throws IOException {
    StoreProgress progress = stage.board().open(name);
    try {
      progress.begin(what, 0, Unit.ITEMS);
      return work.run();
    } finally {
      stage.board().close(progress);
    }
  }

  private interface Shown<T> {
    T run() throws IOException;
  }
}
