package com.harena.allinone.host.backup;

import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;

/** Runs a step of the data move that restores, and turns what it ends with into our failures. */
record StepRun(String work, Path folder, Journal journal) {
  /** The step. */
  @FunctionalInterface
  interface Step {
    /** Runs it. */
    Result run() throws IOException;
  }

  /** Says what it found; returns only if all is proven. */
  void run(Step step) {
    try {
      tell(step.run());
    } catch (BackupDamaged e) {
      throw new BackupFailed(BackupFault.DAMAGED, e.getMessage(), e);
    } catch (StoreFailure e) {
      throw new BackupFailed(BackupFault.STORE_FAILED, e.getMessage(), e);
    } catch (IOException e) {
      throw DiskRoom.full(work, folder, e)
          .orElseGet(
              () -> new BackupFailed(BackupFault.ENDED, "%s failed: %s".formatted(work, e), e));
    }
  }

  private void tell(Result result) {
    result.lines().forEach(journal::say);
    switch (result.outcome()) {
      case DONE -> journal.say(result.message());
      case DIFFERS -> throw new BackupFailed(BackupFault.DIFFERS, result.message());
      case REFUSED -> throw new BackupFailed(BackupFault.NOT_EMPTY, result.message());
      default -> throw new BackupFailed(BackupFault.STORE_FAILED, result.message());
    }
  }
}
