package com.harena.allinone.host.backup;

import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.move.progress.Amounts;
import java.io.IOException;
import java.util.Optional;

/**
 * Restores the last backup for a trial, one store after the other, and says in file and metric what
 * came of it. The first store that fails ends it; what it made is removed in any case.
 */
final class Drill {
  /** A dump takes at most about so many times its bytes as a database. */
  private static final int GROWTH = 6;

  private final BackupShelf shelf;
  private final TrialContainers containers;
  private final JobEnd job;

  Drill(BackupShelf shelf, TrialContainers containers, JobEnd job) {
    this.shelf = shelf;
    this.containers = containers;
    this.job = job;
  }

  JobState run() {
    String id = "";
    try {
      id =
          shelf
              .last()
              .orElseThrow(
                  () ->
                      new BackupFailed(
                          BackupFault.UNKNOWN_BACKUP,
                          "there is no backup in %s to try".formatted(shelf.folder())));
      DiskRoom.need("drill", shelf.folder(), shelf.bytes(id) * GROWTH, DiskRoom.RESERVE_BYTES);
      for (StoreName store : StoreName.values()) {
        containers.tryOut(store, id);
      }
      return job.tell(Job.DRILL, good(id));
    } catch (BackupFailed e) {
      return job.tell(Job.DRILL, failed(e.fault(), e.getMessage(), id));
    } catch (CommandFailed | IOException e) {
      return job.tell(Job.DRILL, failed(BackupFault.ENDED, e.getMessage(), id));
    }
  }

  private JobState good(String id) {
    return new JobState(
        Optional.empty(),
        "drill: backup %s could be restored, %s proven"
            .formatted(id, Amounts.count(StoreName.values().length, "store")),
        id,
        job.now());
  }

  private JobState failed(BackupFault fault, String message, String id) {
    return new JobState(Optional.of(fault), "drill failed: " + message, id, job.now());
  }
}
