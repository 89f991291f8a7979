package com.harena.allinone.move.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.backup.BackupFolder;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.ManifestFile;
import com.harena.allinone.move.backup.StoredFile;
import com.harena.allinone.move.backup.StoredInventory;
import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Progress.Unit;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a backup of one side; goes on with the one that an earlier run began. */
final class BackupTaking {
  private final MoveSession session;
  private final Side side;

  BackupTaking(MoveSession session, Side side) {
    this.session = session;
    this.side = side;
  }

  /** The last backup of the side, if it is finished and its manifest is there still. */
  Optional<BackupRecord> finishedOne() {
    return last()
        .filter(it -> it.finished().isPresent())
        .filter(it -> Files.isRegularFile(path(it.folder()).resolve(Manifest.NAME)));
  }

  private Optional<BackupRecord> last() {
    return session.state().backups().stream().filter(it -> it.side() == side).reduce((a, b) -> b);
  }

  private Path path(String folder) {
    return session.backups().resolve(folder);
  }

  /** Forgets an unfinished backup that was begun before that time. */
  void abandonBefore(Instant time) {
    last()
        .filter(it -> it.finished().isEmpty() && it.begun().isBefore(time))
        .ifPresent(this::abandon);
  }

  private void abandon(BackupRecord unfinished) {
    session.say(
        "backups/%s was never finished and cannot be gone on with; it may be removed"
            .formatted(unfinished.folder()));
    session.note(Entries.ABANDONED, Journal.content().put("folder", unfinished.folder()));
  }

  /** The backup that an earlier run began, if what that left can be built upon. */
  private Optional<BackupRecord> begun() throws IOException {
    Optional<BackupRecord> begun = last().filter(it -> it.finished().isEmpty());
    if (begun.isPresent() && !isAsLeft(begun.get())) {
      abandon(begun.get());
      return Optional.empty();
    }
    return begun;
  }

  private boolean isAsLeft(BackupRecord unfinished) throws IOException {
    Path path = path(unfinished.folder());
    if (!Files.isDirectory(path) || !unfinished.tool().equals(session.settings().tool())) {
      return false;
    }
    for (MovedStore moved : session.settings().stores()) {
      if (!new StoreBackup(session, moved.of(side), path).isAsLeft()) {
        return false;
      }
    }
    return true;
  }

  Result take() throws IOException {
    Optional<BackupRecord> begun = begun();
    String name = begun.map(BackupRecord::folder).orElseGet(this::freeName);
    if (begun.isPresent()) {
      session.say("going on with backups/" + name);
    } else {
      BackupFolder.at(path(name));
      session.note(Entries.BACKUP, entry(name, false).put("tool", session.settings().tool()));
    }
    List<StoredInventory> stores = stores(path(name));
    Instant began = last().map(BackupRecord::begun).orElseThrow();
    Manifest manifest = finish(BackupFolder.at(path(name)), began, stores);
    session.note(
        Entries.BACKUP,
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

  /** A name that neither a folder nor the journal has yet, also where the clock was set back. */
  private String freeName() {
    Instant moment = session.now();
    String name = BackupFolder.freeName(session.backups(), moment);
    while (session.state().backupNames().contains(name)) {
      moment = moment.plusSeconds(1);
      name = BackupFolder.freeName(session.backups(), moment);
    }
    return name;
  }

  private ObjectNode entry(String name, boolean finished) {
    return Journal.content().put("folder", name).put("side", side.word()).put("finished", finished);
  }

  private List<StoredInventory> stores(Path folder) throws IOException {
    List<StoredInventory> stores = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      session.proceed();
      try {
        Inventory inventory = new StoreBackup(session, moved.of(side), folder).take();
        stores.add(new StoredInventory(moved.name(), moved.place(side), inventory));
      } catch (StoreFailure e) {
        throw e.of(side);
      } catch (BackupDamaged e) {
        // Somebody took away what an earlier run had finished.
        last().ifPresent(this::abandon);
        throw e;
      }
    }
    return stores;
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
