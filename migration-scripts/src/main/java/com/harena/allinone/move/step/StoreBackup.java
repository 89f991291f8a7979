package com.harena.allinone.move.step;

import com.harena.allinone.move.backup.BackupFolder;
import com.harena.allinone.move.backup.InventoryJson;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.Scope;
import com.harena.allinone.move.journal.Durable;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One store of a backup; what an earlier run finished of it is not done again. */
final class StoreBackup {
  /** The piece of work that is done when the store's folder is complete. */
  private static final String WHOLE = "whole store";

  private final MoveSession session;
  private final Store store;
  private final Path backup;

  StoreBackup(MoveSession session, Store store, Path backup) {
    this.session = session;
    this.store = store;
    this.backup = backup;
  }

  /** Whether the folder is as an earlier run left it, if one finished it. */
  boolean isAsLeft() throws IOException {
    Optional<String> whole = session.checkpoints(scope()).find(WHOLE);
    return whole.isEmpty()
        || (Files.exists(inventory())
            && BackupFolder.listing(backup.resolve(store.name())).equals(whole.get()));
  }

  /** Takes it. */
  Inventory take() throws IOException {
    if (session.checkpoints(scope()).find(WHOLE).isPresent()) {
      return InventoryJson.load(inventory());
    }
    return session.work(
        store.name(),
        scope(),
        work -> {
          Path folder = BackupFolder.at(backup).store(store.name());
          Inventory inventory = store.source().backUp(folder, work);
          Durable.createFolder(inventory().getParent());
          InventoryJson.save(inventory, inventory());
          work.checkpoints().done(WHOLE, BackupFolder.listing(folder));
          return inventory;
        });
  }

  private String scope() {
    return Scope.backup(store.name(), backup.getFileName().toString());
  }

  private Path inventory() {
    return session
        .settings()
        .directory()
        .resolve("inventories")
        .resolve(backup.getFileName() + "-" + store.name() + ".json");
  }
}
