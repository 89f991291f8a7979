package com.harena.allinone.move.step;

import com.harena.allinone.move.backup.BackupFolder;
import com.harena.allinone.move.backup.InventoryJson;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.ManifestFile;
import com.harena.allinone.move.backup.StoredFile;
import com.harena.allinone.move.backup.StoredInventory;
import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.journal.Durable;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Progress.Unit;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a backup of one side; goes on with the one that an earlier run began. */
final class BackupTaking {
  /** The piece of work that is done when the store's folder is complete. */
  private static final String WHOLE = "whole store";

  private final MoveSession session;
  private final Side side;

  BackupTaking(MoveSession session, Side side) {
    this.session = session;
    this.side = side;
  }

  /** The last backup of the side, if it is finished. */
  Optional<BackupRecord> finishedOne() {
    return session.state().backups().stream()
        .filter(it -> it.side() == side)
        .reduce((a, b) -> b)
        .filter(it -> it.finished().isPresent());
  }

  /** Whether the side is known to have changed since. */
  boolean isStale() {
    return side == Side.SOURCE && session.state().isBackupStale();
  }

  Result take() throws IOException {
    Optional<BackupRecord> begun =
        session.state().backups().stream()
            .filter(it -> it.side() == side)
            .reduce((a, b) -> b)
            .filter(it -> it.finished().isEmpty());
    String name =
        begun
            .map(BackupRecord::folder)
            .orElseGet(() -> BackupFolder.freeName(session.backups(), session.now()));
    if (begun.isPresent()) {
      session.say("going on with backups/" + name);
    } else {
      session.note(Entries.BACKUP, entry(name, false));
    }
    Instant began = session.now();
    BackupFolder folder = BackupFolder.at(session.backups().resolve(name));
    List<StoredInventory> stores = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      session.proceed();
      Store store = side == Side.SOURCE ? moved.store() : moved.newSide().get();
      Inventory inventory = store(store, folder);
      stores.add(
          new StoredInventory(
              moved.name(), side == Side.SOURCE ? moved.source() : moved.target(), inventory));
    }
    Manifest manifest = finish(folder, began, stores);
    session.note(
        "backup",
        entry(name, true).put("files", manifest.files().size()).put("bytes", manifest.bytes()));
    return Result.done(
        "backups/%s holds %s in %s of %s%s"
            .formatted(
                name,
                Amounts.count(stores.size(), "store"),
                Amounts.count(manifest.files().size(), "file"),
                Amounts.bytes((double) manifest.bytes()),
                side == Side.SOURCE ? "; next: migrate" : ""));
  }

  private com.fasterxml.jackson.databind.node.ObjectNode entry(String name, boolean finished) {
    return Journal.content().put("folder", name).put("side", side.word()).put("finished", finished);
  }

  private Inventory store(Store store, BackupFolder folder) throws IOException {
    String scope = "backup/" + store.name() + "/" + folder.path().getFileName();
    Path inventories = session.settings().directory().resolve("inventories");
    Durable.createFolder(inventories);
    Path kept = inventories.resolve(folder.path().getFileName() + "-" + store.name() + ".json");
    return session.work(
        store.name(),
        scope,
        work -> {
          Checkpoints checkpoints = work.checkpoints();
          if (checkpoints.find(WHOLE).isPresent()) {
            return InventoryJson.load(kept);
          }
          Inventory inventory = store.source().backUp(folder.store(store.name()), work);
          InventoryJson.save(inventory, kept);
          checkpoints.done(WHOLE, "");
          return inventory;
        });
  }

  private Manifest finish(BackupFolder folder, Instant began, List<StoredInventory> stores)
      throws IOException {
    Files.deleteIfExists(folder.path().resolve(Manifest.NAME + ".new"));
    return session.look(
        "backup",
        work -> {
          work.progress().begin("hashing files", 0, Unit.BYTES);
          List<StoredFile> files =
              folder.seal(
                  bytes -> {
                    work.progress().advance(bytes);
                    work.proceed();
                  });
          Manifest manifest =
              new Manifest(
                  session.settings().tool(),
                  session.state().move(),
                  session.settings().environment(),
                  side,
                  began,
                  session.now(),
                  stores,
                  files);
          ManifestFile.write(manifest, folder.path());
          return manifest;
        });
  }
}
