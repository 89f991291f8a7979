package com.harena.allinone.host.backup;

import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.engine.Mover;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.step.BackupRestore;
import com.harena.allinone.move.step.IndexTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

/**
 * Restores one store of a backup for a trial, and proves it: PostgreSQL and Redis into a server
 * that is thrown away, Elasticsearch beside the indices that serve.
 */
final class Trial {
  private static final String WORK = "drill";
  private static final String PLACE = "drilling";

  private final StoreServers servers;
  private final BackupShelf shelf;
  private final String tool;
  private final Clock clock;
  private final Journal journal;

  Trial(StoreServers servers, BackupShelf shelf, String tool, Clock clock, Journal journal) {
    this.servers = servers;
    this.shelf = shelf;
    this.tool = tool;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Tries one.
   *
   * @throws BackupFailed if it could not be restored, or differs from the backup
   */
  void run(StoreName store, String id, ProgressBoard board, Interruption interruption)
      throws IOException {
    BackupLock.under(shelf.folder(), () -> locked(store, id, board, interruption));
  }

  private void locked(StoreName store, String id, ProgressBoard board, Interruption interruption)
      throws IOException {
    Path place = shelf.workplace(PLACE);
    Path folder = shelf.path(id);
    Step step =
        store == StoreName.ELASTICSEARCH
            ? new IndexTrial(folder, servers.indexDrill())
            : new BackupRestore(folder);
    Mover mover =
        new Mover(servers.settings(Set.of(store)).in(place, tool), board, interruption, clock);
    try {
      new StepRun(WORK, shelf.folder(), journal).run(() -> mover.run(step));
    } finally {
      BackupShelf.remove(place);
    }
  }
}
