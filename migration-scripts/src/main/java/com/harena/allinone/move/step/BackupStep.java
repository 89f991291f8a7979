package com.harena.allinone.move.step;

import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.util.Optional;

/** Makes a dated backup of the old side. */
public final class BackupStep implements Step {
  private final boolean anew;

  /**
   * The step.
   *
   * @param anew whether another backup is wanted although there is one
   */
  public BackupStep(boolean anew) {
    this.anew = anew;
  }

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public Optional<Result> finished(MoveSession session) {
    Optional<Result> over = Finished.cutOver(session);
    return over.isPresent() || session.state().isFrozen(Side.SOURCE) ? over : there(session);
  }

  private Optional<Result> there(MoveSession session) {
    Optional<BackupRecord> last = new BackupTaking(session, Side.SOURCE).finishedOne();
    return anew || last.isEmpty() || session.state().isBackupStale()
        ? Optional.empty()
        : Optional.of(
            Result.done(
                "backups/%s is finished already; --anew takes another"
                    .formatted(last.get().folder())));
  }

  @Override
  public Result run(MoveSession session) throws IOException {
    new Freeze(session, Side.SOURCE).repair();
    Optional<Result> there = there(session);
    return there.isPresent() ? there.get() : new BackupTaking(session, Side.SOURCE).take();
  }
}
