package com.harena.allinone.host.backup;

import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.engine.Mover;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.step.BackupRestore;
import com.harena.allinone.move.wiring.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Restores a backup into empty stores with the data move's own step, and proves them equal to its
 * manifest by checksums. A run that was cut off is taken up by the next one for the same backup.
 */
public final class Load {
  private static final String WORK = "restore";

  private final ServerSettings servers;
  private final BackupShelf shelf;
  private final String tool;
  private final Clock clock;
  private final Journal journal;

  /**
   * Restores backups of the shelf into the servers.
   *
   * @param tool version of allinone
   */
  public Load(
      ServerSettings servers, BackupShelf shelf, String tool, Clock clock, Journal journal) {
    this.servers = servers;
    this.shelf = shelf;
    this.tool = tool;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Restores one.
   *
   * @throws BackupFailed if it could not be restored, or differs from the backup
   * @throws com.harena.allinone.move.store.MoveInterrupted if it was asked to end
   */
  public void load(String id, ProgressBoard board, Interruption interruption) throws IOException {
    BackupLock.under(shelf.folder(), () -> locked(id, board, interruption));
  }

  /** Its workplace stays when it fails, for the next run to go on from. */
  private void locked(String id, ProgressBoard board, Interruption interruption)
      throws IOException {
    Path place = shelf.folder().resolve(".restoring-" + id);
    Mover mover = new Mover(servers.in(place, tool), board, interruption, clock);
    new StepRun(WORK, shelf.folder(), journal)
        .run(() -> mover.run(new BackupRestore(shelf.path(id))));
    BackupShelf.remove(place);
  }
}
