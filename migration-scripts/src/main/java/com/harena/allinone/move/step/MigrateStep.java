package com.harena.allinone.move.step;

import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.ManifestFile;
import com.harena.allinone.move.backup.StoredInventory;
import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Occupancy.State;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restores the backup into the new side. Where the old side has changed since, a new backup is
 * taken first, and only the stores that differ are restored anew.
 */
public final class MigrateStep implements Step {
  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public Optional<Result> finished(MoveSession session) {
    Optional<Result> over = Finished.cutOver(session);
    MoveState state = session.state();
    if (over.isPresent() || state.isBackupStale() || isAnyFrozen(state)) {
      return over;
    }
    Optional<BackupRecord> backup = state.currentBackup();
    return backup.isPresent()
            && session.settings().stores().stream()
                .allMatch(it -> isThere(state, it.name(), backup.get().folder()))
        ? Optional.of(
            Result.done(
                "backups/%s is in the new side already; next: verify"
                    .formatted(backup.get().folder())))
        : Optional.empty();
  }

  private static boolean isAnyFrozen(MoveState state) {
    return state.isFrozen(Side.SOURCE) || state.isFrozen(Side.TARGET);
  }

  /** Whether the new side holds a store as that backup has it, as far as is known. */
  static boolean isThere(MoveState state, String store, String folder) {
    return state.restoredFrom(store).equals(Optional.of(folder)) && !state.differs(store);
  }

  @Override
  public Result run(MoveSession session) throws IOException {
    new Freeze(session, Side.SOURCE).repair();
    new Freeze(session, Side.TARGET).repair();
    MoveState state = session.state();
    if (state.currentBackup().isEmpty()) {
      return Result.refused("there is no finished backup to restore; next: backup");
    }
    if (state.isBackupStale()) {
      session.say(
          "backups/%s is older than what the old side holds now: taking everything anew"
              .formatted(state.currentBackup().get().folder()));
      session.say(new BackupTaking(session, Side.SOURCE).take().message());
    }
    String folder = state.currentBackup().orElseThrow().folder();
    Path path = session.backups().resolve(folder);
    Manifest manifest = ProvenBackup.manifest(session, path);
    List<MovedStore> kept = keep(session, folder, manifest);
    Map<MovedStore, Occupancy> occupied = occupancies(session, kept);
    Optional<Result> foreign = foreign(occupied);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    for (Map.Entry<MovedStore, Occupancy> entry : occupied.entrySet()) {
      restore(session, entry.getKey(), entry.getValue(), path, manifest);
    }
    String again =
        kept.isEmpty() ? "" : ", of which %d were there unchanged".formatted(kept.size());
    return Result.done(
            "the new side holds backups/%s: %s%s; next: verify"
                .formatted(
                    folder, Amounts.count(session.settings().stores().size(), "store"), again))
        .with(leftToDo(session, manifest), Journal.content());
  }

  private static List<String> leftToDo(MoveSession session, Manifest manifest) {
    List<String> lines = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      Inventory contents = manifest.store(moved.name()).orElseThrow().inventory();
      for (String task : moved.store().sink().leftToDo(contents)) {
        lines.add("%s: %s".formatted(moved.name(), task));
      }
    }
    return lines;
  }

  /** The stores that the new side holds as this backup has them. */
  private static List<MovedStore> keep(MoveSession session, String folder, Manifest manifest)
      throws IOException {
    List<MovedStore> kept = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      String name = moved.name();
      Optional<String> from = session.state().restoredFrom(name);
      if (from.isPresent() && !session.state().differs(name)) {
        if (!from.get().equals(folder)) {
          if (!isUnchanged(session.backups().resolve(from.get()), manifest, name)) {
            continue;
          }
          session.say(name + " has not changed since backups/" + from.get() + ": kept as it is");
          session.note(
              Entries.RESTORED, Journal.content().put("store", name).put("folder", folder));
        }
        kept.add(moved);
      }
    }
    return kept;
  }

  private static boolean isUnchanged(Path before, Manifest manifest, String store)
      throws IOException {
    if (!Files.exists(before.resolve(Manifest.NAME))) {
      return false;
    }
    Optional<StoredInventory> old = ManifestFile.read(before).store(store);
    Optional<StoredInventory> now = manifest.store(store);
    return old.isPresent()
        && now.isPresent()
        && old.get().inventory().items().equals(now.get().inventory().items());
  }

  private static Map<MovedStore, Occupancy> occupancies(MoveSession session, List<MovedStore> kept)
      throws IOException {
    Map<MovedStore, Occupancy> occupied = new LinkedHashMap<>();
    for (MovedStore moved : session.settings().stores()) {
      if (!kept.contains(moved)) {
        occupied.put(moved, new Restoring(session, moved).occupancy());
      }
    }
    return occupied;
  }

  private static Optional<Result> foreign(Map<MovedStore, Occupancy> occupied) {
    List<String> found = new ArrayList<>();
    occupied.forEach(
        (moved, occupancy) -> {
          if (occupancy.state() == State.FOREIGN) {
            found.add(
                "%s holds what this move did not put there: %s"
                    .formatted(moved.target(), String.join(", ", occupancy.found())));
          }
        });
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Result.refused(
                String.join("; ", found) + "; empty it, or name another target in the plan"));
  }

  private static void restore(
      MoveSession session, MovedStore moved, Occupancy occupancy, Path folder, Manifest manifest)
      throws IOException {
    String name = moved.name();
    StoredInventory contents =
        manifest
            .store(name)
            .orElseThrow(
                () ->
                    new BackupDamaged(
                        "backup %s holds no %s: backup --anew takes another"
                            .formatted(folder, name)));
    Restoring restoring = new Restoring(session, moved);
    String backup = folder.getFileName().toString();
    boolean goesOn = restoring.goesOn(backup, occupancy);
    if (occupancy.state() == State.OURS && !goesOn) {
      session.say(
          "%s: clearing it there, and restoring it anew"
              .formatted(
                  session.state().differs(name)
                      ? name + " differs on the new side"
                      : name + " on the new side is of another backup"));
      restoring.clear();
    }
    restoring.restore(backup, folder.resolve(name), contents.inventory(), goesOn);
  }
}
